import { Sha256 } from "@smithy/core/checksum";
import { SignatureV4 } from "@smithy/signature-v4";
import { AwsRefusal, elementText } from "../../access/aws-refusal.ts";
import type { CredentialSource } from "../../access/credentials.ts";
import type { CallerIdentity } from "../../aws-names/caller-identity.ts";
import { callerIdentity } from "../../aws-names/caller-identity.ts";
import { endpointFor } from "../../config/endpoints.ts";
import type { Config } from "../../config/schema.ts";
import type { Askable, Attempts, Service } from "../service.ts";

const BODY = "Action=GetCallerIdentity&Version=2011-06-15";

/** What asks STS: an endpoint and the credentials to sign with. */
interface Asker {
  /** Where STS answers, an origin. */
  endpoint: string;
  credentials: CredentialSource;
}

/** Every operation of STS that the app asks; see `Sts`. */
const operations = { getCallerIdentity: { kind: "read" as const, ask: getCallerIdentity } };

/** STS as the rest of the app sees it: a method for each line of the table of operations. */
export interface Sts extends Service<typeof operations> {}

/** Attempts at these operations, each signed by hand. */
export function stsAttempt(config: Config, credentials: CredentialSource): Attempts<typeof operations> {
  const table: Askable<typeof operations, Asker> = operations;
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
  { endpoint, credentials }: Asker,
  { region }: { region: string },
  signal: AbortSignal,
): Promise<CallerIdentity> {
  const { protocol, hostname, host } = new URL(endpoint);
  const signer = new SignatureV4({
    service: "sts",
    region,
    credentials: () => credentials.provide(),
    sha256: Sha256,
  });
  const { headers } = await signer.sign({
    method: "POST",
    protocol,
    hostname,
    path: "/",
    headers: { host, "content-type": "application/x-www-form-urlencoded" },
    body: BODY,
  });
  const response = await fetch(endpoint, {
    method: "POST",
    headers: Object.entries(headers).filter(([name]) => name !== "host"),
    body: BODY,
    credentials: "omit",
    signal,
  });
  const answer = await response.text();
  if (!response.ok)
    throw new AwsRefusal(response, elementText(answer, "Code"), elementText(answer, "Message"));
  const [account, arn] = [elementText(answer, "Account"), elementText(answer, "Arn")];
  if (account === undefined || arn === undefined)
    throw new SyntaxError("STS's answer has no Account or Arn.");
  return callerIdentity(account, arn);
}
