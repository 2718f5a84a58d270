import { elementText } from "../../access/aws-refusal.ts";
import type { CredentialSource } from "../../access/credentials.ts";
import type { CallerIdentity } from "../../aws-names/caller-identity.ts";
import { callerIdentity } from "../../aws-names/caller-identity.ts";
import { endpointFor } from "../../config/endpoints.ts";
import type { Config } from "../../config/schema.ts";
import type { Askable, Attempts, Service } from "../service.ts";
import type { SignedAsker } from "../signed-fetch.ts";
import { askForm } from "../signed-form.ts";

/** Every operation of STS that the app asks; see `Sts`. */
const operations = { getCallerIdentity: { kind: "read" as const, ask: getCallerIdentity } };

/** STS as the rest of the app sees it: a method for each line of the table of operations. */
export interface Sts extends Service<typeof operations> {}

/** Attempts at these operations, each signed by hand. */
export function stsAttempt(config: Config, credentials: CredentialSource): Attempts<typeof operations> {
  const table: Askable<typeof operations, SignedAsker> = operations;
  return {
    kindOf: (name) => table[name].kind,
    attempt: (name, input, signal) =>
      table[name].ask({ endpoint: endpointFor(config, "sts", input.region), credentials }, input, signal),
  };
}

/**
 * Whom AWS takes the page for. Needs no permission. Signed with the SDK's own signer; its STS client would be 10 kB
 * for this one form.
 *
 * @throws a TypeError when STS cannot be reached, an AwsRefusal, or a SyntaxError when the answer is not STS's
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
async function getCallerIdentity(
  asker: SignedAsker,
  { region }: { region: string },
  signal: AbortSignal,
): Promise<CallerIdentity> {
  const answer = await askForm(
    asker,
    { service: "sts", region, version: "2011-06-15", action: "GetCallerIdentity" },
    signal,
  );
  const [account, arn] = [elementText(answer, "Account"), elementText(answer, "Arn")];
  if (account === undefined || arn === undefined)
    throw new SyntaxError("STS's answer has no Account or Arn.");
  return callerIdentity(account, arn);
}
