import { Sha256 } from "@smithy/core/checksum";
import { SignatureV4 } from "@smithy/signature-v4";
import { AwsRefusal, elementText } from "../access/aws-refusal.ts";
import type { CredentialSource } from "../access/credentials.ts";

/** What asks a service of AWS's query protocol: an endpoint and the credentials to sign with. */
export interface FormAsker {
  /** Where the service answers, an origin. */
  endpoint: string;
  credentials: CredentialSource;
}

/** A request of the query protocol. */
interface FormRequest {
  /** As in the scope of signatures. */
  service: string;
  region: string;
  /** The version of the service's API. */
  version: string;
  action: string;
  parameters?: Readonly<Record<string, string>>;
}

/**
 * Asks a service of AWS's query protocol, for a few forms of which its client would be ten kilobytes. Signed with the SDK's own
 * signer.
 *
 * @returns the answer's XML
 * @throws a TypeError when the service cannot be reached, an AwsRefusal when it refuses
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html
 */
export async function askForm(
  { endpoint, credentials }: FormAsker,
  { service, region, version, action, parameters = {} }: FormRequest,
  signal: AbortSignal,
): Promise<string> {
  const { protocol, hostname, host } = new URL(endpoint);
  const body = new URLSearchParams({ Action: action, Version: version, ...parameters }).toString();
  const signer = new SignatureV4({
    service,
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
    body,
  });
  const response = await fetch(endpoint, {
    method: "POST",
    headers: Object.entries(headers).filter(([name]) => name !== "host"),
    body,
    credentials: "omit",
    signal,
  });
  const answer = await response.text();
  if (!response.ok) {
    throw new AwsRefusal(response, elementText(answer, "Code"), elementText(answer, "Message"));
  }
  return answer;
}

/**
 * What stands inside each element of a name, in their order; of elements within one of the same name only the outer one counts. Not a
 * DOMParser: a content security policy with Trusted Types forbids it.
 *
 * @throws a SyntaxError for an element that does not end
 */
export function elementsIn(xml: string, name: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let beginsAt = 0;
  for (const { 0: tag, index } of xml.matchAll(new RegExp(`</?${name}(?:\\s[^<>]*)?/?>`, "g"))) {
    if (tag.endsWith("/>")) {
      if (depth === 0) found.push("");
    } else if (tag.startsWith("</")) {
      depth -= 1;
      if (depth === 0) found.push(xml.slice(beginsAt, index));
    } else {
      if (depth === 0) beginsAt = index + tag.length;
      depth += 1;
    }
  }
  if (depth !== 0) throw new SyntaxError(`An element ${name} of the answer does not end.`);
  return found;
}
