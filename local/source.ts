import { fromNodeProviderChain } from "@aws-sdk/credential-providers";
import type { AwsCredentialIdentity } from "@smithy/types";
import { elementText } from "../src/access/aws-refusal.ts";
import { askForm } from "../src/aws/signed-form.ts";
import type { EndpointOf } from "./forward.ts";
import { readProfile } from "./profile.ts";
import { remedyFor } from "./remedy.ts";
import { Refusal } from "./refusal.ts";
import type { Identity, Source } from "./session.ts";

const IDENTIFY_TIMEOUT_MS = 10_000;

interface SourceOptions {
  /** The profile that was named; the environment's credentials, or the default profile, without one. */
  readonly profile: string | undefined;
  readonly region: string;
  readonly endpointOf: EndpointOf;
  /** Asks for the code of a device for multi-factor authentication. */
  readonly askForCode: (device: string) => Promise<string>;
}

/**
 * Credentials as the AWS CLI finds them: by the SDK's own chain for Node, with all that profiles can say (SSO, roles, codes,
 * processes).
 *
 * @see https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/setting-credentials-node.html
 */
export function machineSource({ profile, region, endpointOf, askForCode }: SourceOptions): Source {
  let isAsking = false;
  const ask = async (device: string) => {
    isAsking = true;
    try {
      return await askForCode(device);
    } finally {
      isAsking = false;
    }
  };
  return {
    // Anew each time, since the chain keeps what it found, and the SDK what it read.
    resolve: () =>
      fromNodeProviderChain({
        ...(profile !== undefined && { profile }),
        clientConfig: { region },
        mfaCodeProvider: ask,
        ignoreCache: true,
      })(),
    identify: (credentials) => identify(credentials, region, endpointOf),
    async refusal(error) {
      if (isAsking) return new Refusal(503, "The terminal waits for the code of your device. Type it there.");
      if (isOfNetwork(error)) {
        const words = "No answer of AWS came to this machine when it asked for credentials.";
        return new Refusal(502, words, "LocalNoAnswer");
      }
      return new Refusal(503, remedyFor(await readProfile(profile), profile !== undefined));
    },
  };
}

/** Whether no answer came: Node's errors have a code for that, at some depth, and AWS's have none. */
function isOfNetwork(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === "TimeoutError") return true;
  return (
    ("code" in error && /^(?:E[A-Z_]+|UND_ERR\w*)$/.test(String(error.code))) || isOfNetwork(error.cause)
  );
}

/** Asks STS whose the credentials are, which needs no permission. @throws what {@link askForm} throws */
async function identify(
  credentials: AwsCredentialIdentity,
  region: string,
  endpointOf: EndpointOf,
): Promise<Identity> {
  const answer = await askForm(
    { endpoint: endpointOf("sts", region), credentials: { provide: async () => credentials } },
    { service: "sts", region, version: "2011-06-15", action: "GetCallerIdentity" },
    AbortSignal.timeout(IDENTIFY_TIMEOUT_MS),
  );
  const [account, arn] = [elementText(answer, "Account"), elementText(answer, "Arn")];
  if (account === undefined || arn === undefined)
    throw new SyntaxError("STS’s answer has no Account or Arn.");
  return { account, role: shortName(arn) };
}

/** `Admin` for `arn:aws:sts::123456789012:assumed-role/Admin/ada`, `user/ada` for `arn:aws:iam::123456789012:user/ada`. */
function shortName(arn: string): string {
  const name = arn.slice(arn.lastIndexOf(":") + 1);
  return /^assumed-role\/([^/]+)\//.exec(name)?.[1] ?? name;
}
