import { fromWebToken } from "@aws-sdk/credential-providers";
import type { AwsCredentialIdentity } from "@smithy/types";
import { AwsRefusal, elementText } from "../aws-refusal.ts";

type FromWebTokenInit = Parameters<typeof fromWebToken>[0];
type RoleAssumer = NonNullable<FromWebTokenInit["roleAssumerWithWebIdentity"]>;

/**
 * The SDK's provider with a role assumer of ours. Its own would load a client of 9 kB for one request that is not
 * even signed, and that client's headers would cost a preflight.
 *
 * @param endpoint where STS answers
 */
export function assumeRole(
  endpoint: string,
  init: Omit<FromWebTokenInit, "roleAssumerWithWebIdentity">,
): Promise<AwsCredentialIdentity> {
  return fromWebToken({ ...init, roleAssumerWithWebIdentity: (input) => callSts(endpoint, input) })();
}

/**
 * @throws a TypeError when STS cannot be reached, an AwsRefusal, or a SyntaxError when the answer is not STS's
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
async function callSts(
  endpoint: string,
  { RoleArn, RoleSessionName, WebIdentityToken, DurationSeconds = 3_600 }: Parameters<RoleAssumer>[0],
): Promise<AwsCredentialIdentity> {
  const response = await fetch(endpoint, {
    method: "POST",
    body: new URLSearchParams({
      Action: "AssumeRoleWithWebIdentity",
      Version: "2011-06-15",
      RoleArn,
      RoleSessionName,
      WebIdentityToken,
      DurationSeconds: String(DurationSeconds),
    }),
    credentials: "omit",
  });
  const answer = await response.text();
  const textOf = (name: string) => elementText(answer, name);
  if (!response.ok) throw new AwsRefusal(response, textOf("Code"), textOf("Message"));
  const need = (name: string) => {
    const text = textOf(name);
    if (text === undefined) throw new SyntaxError(`STS's answer has no ${name}.`);
    return text;
  };
  const expiration = new Date(need("Expiration"));
  if (Number.isNaN(expiration.getTime())) throw new SyntaxError("STS's answer has no valid Expiration.");
  return {
    accessKeyId: need("AccessKeyId"),
    secretAccessKey: need("SecretAccessKey"),
    sessionToken: need("SessionToken"),
    expiration,
  };
}
