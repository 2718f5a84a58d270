import { AwsError } from "../../access/aws-error.ts";
import type { Role } from "../../access/roles.ts";
import { isTrusted } from "../../access/roles.ts";
import { ACCOUNT_ID } from "../../account-id.ts";
import { xmlElement } from "../query-protocol.ts";
import type { ServiceCall } from "../service.ts";

const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;

/**
 * Answers STS's AssumeRoleWithWebIdentity, which trades an OpenID token of the identity pool for a role's credentials.
 * @returns the XML inside of the result element
 * @throws AwsError
 */
export function assumeRoleWithWebIdentity(
  { state, clockOffsetMs }: ServiceCall,
  parameters: URLSearchParams,
): string {
  const nowMs = state.now();
  const roleSessionName = parameters.get("RoleSessionName") ?? "";
  if (!SESSION_NAME.test(roleSessionName)) {
    throw invalid("roleSessionName", roleSessionName, "satisfy regular expression pattern: [\\w+=,.@-]*");
  }
  const seconds = secondsIn(parameters.get("DurationSeconds"));
  const claims = state.openIdTokens.read(parameters.get("WebIdentityToken") ?? "");
  if (!claims) throw new AwsError("InvalidIdentityToken", "The ID Token provided is not a valid JWT.");
  if (claims.exp * 1000 <= nowMs) {
    throw new AwsError(
      "ExpiredTokenException",
      `Token expired: current date/time ${Math.floor(nowMs / 1000)} must be before the expiration date/time ${claims.exp}`,
    );
  }
  const role = state.roles.findByArn(parameters.get("RoleArn") ?? "");
  const amr = claims.amr.includes("authenticated") ? "authenticated" : "unauthenticated";
  if (!role || !isTrusted(role, { identityPoolId: claims.aud, amr })) {
    throw new AwsError("AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity", 403);
  }
  const issued = state.credentials.issue(
    { roleName: role.name, sessionName: roleSessionName, identityPoolId: claims.aud },
    nowMs + (role.sessionLastsMs ?? sessionMs(role, seconds)),
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

const SHORTEST_SECONDS = 900;
const LONGEST_SECONDS = 43_200;

/** The duration that is asked for, within what AWS allows any role. */
function secondsIn(parameter: string | null): number {
  const seconds = Number(parameter ?? 3600);
  if (!Number.isInteger(seconds) || seconds < SHORTEST_SECONDS) {
    throw invalid("durationSeconds", parameter, `have value greater than or equal to ${SHORTEST_SECONDS}`);
  }
  if (seconds > LONGEST_SECONDS) {
    throw invalid("durationSeconds", parameter, `have value less than or equal to ${LONGEST_SECONDS}`);
  }
  return seconds;
}

/** How long a session lasts that is asked for, within what this role allows. */
function sessionMs({ maxSessionSeconds }: Role, seconds: number): number {
  if (seconds <= maxSessionSeconds) return seconds * 1000;
  throw new AwsError(
    "ValidationError",
    "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
  );
}

function invalid(member: string, value: string | null, constraint: string): AwsError {
  return new AwsError(
    "ValidationError",
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: Member must ${constraint}`,
  );
}
