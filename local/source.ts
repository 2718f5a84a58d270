import { fromNodeProviderChain } from "@aws-sdk/credential-providers";
import type { AwsCredentialIdentity } from "@smithy/types";
import { AwsRefusal, elementText } from "../src/access/aws-refusal.ts";
import { askForm } from "../src/aws/signed-form.ts";
import { visibleText } from "../src/format/text.ts";
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
      const silence = silenceOf(error);
      if (silence !== undefined) {
        const words = `No answer of AWS came to this machine when it asked for credentials: ${silence}.`;
        return new Refusal(502, words, "LocalNoAnswer");
      }
      const refused = refusalOf(error);
      if (refused !== undefined) {
        return new Refusal(503, `AWS does not say whose credentials these are: ${refused}`);
      }
      return new Refusal(503, remedyFor(await readProfile(profile), profile !== undefined));
    },
  };
}

/** The names by which STS refuses credentials that there are not, or no more. */
const OF_CREDENTIALS = /^(?:ExpiredToken|InvalidClientTokenId|UnrecognizedClient)/;

/** What STS answered where nothing is known to be wrong with the credentials; `undefined` where something is. */
function refusalOf(error: unknown): string | undefined {
  if (error instanceof SyntaxError) return "its answer cannot be read.";
  if (!(error instanceof AwsRefusal) || OF_CREDENTIALS.test(error.name)) return undefined;
  const isOfSignature = error.name === "SignatureDoesNotMatch";
  return `${visibleText(error.name)}.${isOfSignature ? " The secret key is wrong, or this machine’s clock is." : ""}`;
}

/** Codes of Node's network and TLS. Files that are missing have codes as well, and say nothing of AWS. */
const OF_NETWORK =
  /^(?:ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENET|EPIPE|EPROTO|UND_ERR|ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO)/;

/** Why no answer came, in a word; `undefined` where one did. Node's errors have a code for that, at some depth. */
function silenceOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === "TimeoutError") return "it took too long";
  const code = "code" in error ? String(error.code) : "";
  if (OF_NETWORK.test(code)) return code;
  const below = silenceOf(error.cause);
  // `fetch` fails so where it gets no connection, whatever the reason.
  return below ?? (error instanceof TypeError && error.cause ? "the connection failed" : undefined);
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
