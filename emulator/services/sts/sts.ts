import { AwsError } from "../../access/aws-error.ts";
import { verifySignature } from "../../access/signature.ts";
import { ACCOUNT_ID } from "../../account-id.ts";
import { queryService, xmlElement } from "../query-protocol.ts";
import type { ServiceCall } from "../service.ts";

const SESSION_NAME_SHAPE = /^[\w+=,.@-]{2,64}$/;

/** The Security Token Service with its operations. */
export const sts = queryService({
  name: "sts",
  version: "2011-06-15",
  operations: {
    AssumeRoleWithWebIdentity: assumeRoleWithWebIdentity,
    GetCallerIdentity: getCallerIdentity,
  },
});

/**
 * Answers STS's AssumeRoleWithWebIdentity, which trades an OpenID token of the identity pool for a role's credentials.
 * @returns the XML inside of the result element
 * @throws AwsError
 */
function assumeRoleWithWebIdentity(
  { state, clockOffsetMs }: ServiceCall,
  parameters: URLSearchParams,
): string {
  const nowMs = state.now();
  const roleSessionName = parameters.get("RoleSessionName") ?? "";
  if (!SESSION_NAME_SHAPE.test(roleSessionName)) {
    throw new AwsError(
      "ValidationError",
      `1 validation error detected: Value '${roleSessionName}' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*`,
    );
  }
  const claims = state.openIdTokens.read(parameters.get("WebIdentityToken") ?? "");
  if (!claims) throw new AwsError("InvalidIdentityToken", "The ID Token provided is not a valid JWT.");
  if (claims.exp * 1000 <= nowMs) {
    throw new AwsError(
      "ExpiredTokenException",
      `Token expired: current date/time ${Math.floor(nowMs / 1000)} must be before the expiration date/time ${claims.exp}`,
    );
  }
  const role = state.roles.findByArn(parameters.get("RoleArn") ?? "");
  if (!role) {
    throw new AwsError("AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity", 403);
  }
  const issued = state.credentials.issue(
    { roleName: role.name, sessionName: roleSessionName, identityPoolId: claims.aud },
    nowMs + (role.sessionLastsMs ?? durationMs(parameters.get("DurationSeconds"))),
  );
  return [
    xmlElement("SubjectFromWebIdentityToken", claims.sub),
    xmlElement("Audience", claims.aud),
    `<AssumedRoleUser>${xmlElement("Arn", `arn:aws:sts::${ACCOUNT_ID}:assumed-role/${role.name}/${roleSessionName}`)}${xmlElement("AssumedRoleId", `AROAEMULATOREXAMPLE00:${roleSessionName}`)}</AssumedRoleUser>`,
    "<Credentials>",
    xmlElement("AccessKeyId", issued.accessKeyId),
    xmlElement("SecretAccessKey", issued.secretAccessKey),
    xmlElement("SessionToken", issued.sessionToken),
    xmlElement("Expiration", new Date(issued.expiresAtMs + clockOffsetMs).toISOString()),
    "</Credentials>",
    xmlElement("Provider", "cognito-identity.amazonaws.com"),
  ].join("");
}

/**
 * Answers STS's GetCallerIdentity, which needs a signature and no permission.
 * @returns the XML inside of the result element
 * @throws AwsError
 */
function getCallerIdentity({ state, request, clockOffsetMs }: ServiceCall): string {
  const caller = verifySignature(request, "sts", state.credentials, state.now(), clockOffsetMs);
  const { roleName, sessionName } = caller.credentials.session;
  return [
    xmlElement("Arn", `arn:aws:sts::${ACCOUNT_ID}:assumed-role/${roleName}/${sessionName}`),
    xmlElement("UserId", `AROAEMULATOREXAMPLE00:${sessionName}`),
    xmlElement("Account", ACCOUNT_ID),
  ].join("");
}

function durationMs(parameter: string | null): number {
  const durationSeconds = Number(parameter ?? 3600);
  if (Number.isInteger(durationSeconds) && durationSeconds >= 900 && durationSeconds <= 43_200) {
    return durationSeconds * 1000;
  }
  throw new AwsError(
    "ValidationError",
    `1 validation error detected: Value '${parameter}' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900`,
  );
}
