import { endpointsFor, identityPoolRegion } from "../../config/endpoints.ts";
import type { Config } from "../../config/schema.ts";
import type { CredentialSource } from "../../access/credentials.ts";
import type { CallerIdentity } from "../../aws-names/caller-identity.ts";
import { callAws } from "../call-aws.ts";

/** STS as the rest of the app sees it. Ends within 15 s and rejects with an AppError. */
export interface Sts {
  /** Whom AWS takes the page for. */
  getCallerIdentity(signal: AbortSignal): Promise<CallerIdentity>;
}

/** STS where the identity pool is. What signs for it loads with the first request. */
export function createSts(config: Config, credentials: CredentialSource): Sts {
  const region = identityPoolRegion(config);
  const { sts, cognitoIdentity } = endpointsFor(config, region);
  return {
    getCallerIdentity: (signal) =>
      callAws(
        {
          action: "sts:GetCallerIdentity",
          origins: [sts, cognitoIdentity],
          signal,
          credentials,
        },
        async (attemptSignal) => {
          const { getCallerIdentity } = await import("./get-caller-identity.ts");
          return getCallerIdentity(sts, region, credentials, attemptSignal);
        },
      ),
  };
}
