import { AwsRefusal, elementText } from "../access/aws-refusal.ts";
import type { SignedAsker } from "./signed-fetch.ts";
import { signedFetch } from "./signed-fetch.ts";

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
 * Asks a service of AWS's query protocol, for a few forms of which its client would be ten kilobytes.
 *
 * @returns the answer's XML
 * @throws a TypeError when the service cannot be reached, an AwsRefusal when it refuses
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html
 */
export async function askForm(
  asker: SignedAsker,
  { service, region, version, action, parameters = {} }: FormRequest,
  signal: AbortSignal,
): Promise<string> {
  const body = new URLSearchParams({ Action: action, Version: version, ...parameters }).toString();
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const response = await signedFetch(
    asker,
    { service, region, method: "POST", path: "/", headers, body },
    signal,
  );
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

/**
 * What stands inside each member of a list.
 *
 * @throws a SyntaxError where the list is not in the answer
 */
export function membersOf(xml: string, list: string): string[] {
  const [members] = elementsIn(xml, list);
  if (members === undefined) throw new SyntaxError(`The answer has no ${list}.`);
  return elementsIn(members, "member");
}
