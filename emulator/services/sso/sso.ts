import { ACCOUNT_ID } from "../../account-id.ts";
import { AwsError } from "../../access/aws-error.ts";
import { minutes } from "../../timeline/duration.ts";
import type { Service } from "../service.ts";

/** As long as a permission set's sessions last that is given no length. */
const SESSION_MS = minutes(60);

/**
 * The access portal of IAM Identity Center with the one operation that the AWS CLI and the SDKs ask for credentials with. It is
 * REST, and wants no signature but the token of the sign-in.
 *
 * @see https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html
 */
export const sso: Service = {
  operationIn: ({ method, path }) =>
    method === "GET" && path === "/federation/credentials" ? "GetRoleCredentials" : undefined,
  answer: async ({ state, request: { headers, query }, clockOffsetMs }) => {
    const roleName = state.ssoSessions.roleOf(headers["x-amz-sso_bearer_token"] ?? "");
    if (roleName === undefined) {
      throw new AwsError("UnauthorizedException", "Session token not found or invalid", 401);
    }
    if (query.get("account_id") !== ACCOUNT_ID || query.get("role_name") !== roleName) {
      throw new AwsError("ForbiddenException", "No access", 403);
    }
    const session = { roleName, sessionName: "ada" };
    const { accessKeyId, secretAccessKey, sessionToken, expiresAtMs } = state.credentials.issue(
      session,
      state.now() + SESSION_MS,
    );
    const expiration = expiresAtMs + clockOffsetMs;
    return json(200, { roleCredentials: { accessKeyId, secretAccessKey, sessionToken, expiration } });
  },
  refuse: ({ type, message, status }) => {
    const reply = json(status, { message });
    return { ...reply, headers: { ...reply.headers, "x-amzn-errortype": type } };
  },
};

function json(status: number, body: object) {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}
