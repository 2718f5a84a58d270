import { isRecord } from "../values/is-record.ts";
import { AwsRefusal } from "./aws-refusal.ts";

/**
 * Calls an operation of Cognito's identity service that needs no signature. The SDK's browser build has no
 * GetOpenIdToken, and these two calls can be on their way before the SDK has been loaded.
 *
 * @throws a TypeError when the service cannot be reached, else an AwsRefusal
 * @see https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetOpenIdToken.html
 */
export async function callCognitoIdentity(
  endpoint: string,
  operation: "GetId" | "GetOpenIdToken",
  input: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(endpoint, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `AWSCognitoIdentityService.${operation}`,
    },
    body: JSON.stringify(input),
    // No `cache: "no-store"`, which Chromium would take to mean the preflight of this POST as well.
    credentials: "omit",
  });
  const json: unknown = await response.json().catch(() => undefined);
  const answer = isRecord(json) ? json : {};
  if (response.ok) return answer;
  const type = textOf(answer["__type"])?.replace(/^.*#/, "");
  throw new AwsRefusal(response, type, textOf(answer["message"]) ?? textOf(answer["Message"]));
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** Cognito's refusals of an identity: it knows it no more, it belongs to somebody else, or it is none. */
const REFUSAL_OF_IDENTITY = /^(ResourceNotFound|NotAuthorized|InvalidParameter|Validation)Exception$/;

/** Whether Cognito may have refused an identity that was remembered, so that it is worth asking for it anew. */
export function mayBeOfIdentity(error: unknown): boolean {
  return error instanceof Error && REFUSAL_OF_IDENTITY.test(error.name);
}
