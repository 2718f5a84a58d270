import { AwsError } from "../../access/aws-error.ts";
import type { Session, TemporaryCredentials } from "../../access/credential-store.ts";
import { callerArn } from "../../access/credential-store.ts";
import type { Role } from "../../access/roles.ts";
import { isTrusted, may } from "../../access/roles.ts";
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
  const roleSessionName = sessionNameIn(parameters);
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
    sessionXml(issued, clockOffsetMs),
    xmlElement("Provider", "cognito-identity.amazonaws.com"),
  ].join("");
}

/**
 * Answers STS's AssumeRole, which trades the credentials of somebody in the account for a role's.
 * @param caller who has signed the request
 * @returns the XML inside of the result element
 * @throws AwsError
 */
export function assumeRole(
  { state, clockOffsetMs }: ServiceCall,
  caller: Session,
  parameters: URLSearchParams,
): string {
  const sessionName = sessionNameIn(parameters);
  const seconds = secondsIn(parameters.get("DurationSeconds"));
  const arn = parameters.get("RoleArn") ?? "";
  const role = state.roles.findByArn(arn);
  const wanted = { action: "sts:AssumeRole", resource: arn, canBeNarrowed: false };
  if (!role?.trustsAccount || !may(caller, state.roles, wanted)) {
    throw new AwsError(
      "AccessDenied",
      `User: ${callerArn(caller)} is not authorized to perform: sts:AssumeRole on resource: ${arn}`,
      403,
    );
  }
  if (role.mfaCode !== undefined && parameters.get("TokenCode") !== role.mfaCode) {
    throw new AwsError(
      "AccessDenied",
      "MultiFactorAuthentication failed with invalid MFA one time pass code. ",
      403,
    );
  }
  const issued = state.credentials.issue(
    { roleName: role.name, sessionName },
    state.now() + (role.sessionLastsMs ?? sessionMs(role, seconds)),
  );
  return sessionXml(issued, clockOffsetMs);
}

function sessionXml(issued: TemporaryCredentials, clockOffsetMs: number): string {
  const { sessionName } = issued.session;
  return [
    `<AssumedRoleUser>${xmlElement("Arn", callerArn(issued.session))}${xmlElement("AssumedRoleId", `AROAEMULATOREXAMPLE00:${sessionName}`)}</AssumedRoleUser>`,
    "<Credentials>",
    xmlElement("AccessKeyId", issued.accessKeyId),
    xmlElement("SecretAccessKey", issued.secretAccessKey),
    xmlElement("SessionToken", issued.sessionToken),
    xmlElement("Expiration", new Date(issued.expiresAtMs + clockOffsetMs).toISOString()),
    "</Credentials>",
  ].join("");
}

function sessionNameIn(parameters: URLSearchParams): string {
  const name = parameters.get("RoleSessionName") ?? "";
  if (SESSION_NAME.test(name)) return name;
  throw invalid("roleSessionName", name, "satisfy regular expression pattern: [\\w+=,.@-]*");
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
