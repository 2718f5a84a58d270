import { randomUUID } from "node:crypto";
import * as v from "valibot";
import { roleArn } from "../access/roles.ts";
import { minutes } from "../timeline/duration.ts";
import { readBody } from "./route.ts";
import type { Route } from "./route.ts";

const actions = v.exactOptional(v.array(v.string()));

const roleSchema = v.strictObject({
  allow: actions,
  deny: actions,
  resources: v.exactOptional(v.array(v.string())),
  trusts: v.exactOptional(
    v.array(
      v.strictObject({ identityPoolId: v.string(), amr: v.picklist(["authenticated", "unauthenticated"]) }),
    ),
  ),
  trustsAccount: v.exactOptional(v.boolean()),
  mfaCode: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{6}$/))),
  maxSessionSeconds: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(3600), v.maxValue(43_200))),
  sessionLastsMs: v.exactOptional(v.number()),
});

const credentialsSchema = v.strictObject({
  allow: actions,
  deny: actions,
  resources: v.exactOptional(v.array(v.string())),
  expiresInMs: v.exactOptional(v.number()),
});

const accessKeysSchema = v.strictObject({
  userName: v.string(),
  allow: actions,
  deny: actions,
  resources: v.exactOptional(v.array(v.string())),
});

const identityPoolSchema = v.strictObject({
  allowsGuests: v.exactOptional(v.boolean()),
  allowsClassicFlow: v.exactOptional(v.boolean()),
  signIn: v.exactOptional(
    v.strictObject({
      clientId: v.string(),
      roleName: v.string(),
      rolesByGroup: v.exactOptional(v.record(v.string(), v.string()), {}),
    }),
  ),
});

export type RoleRequest = v.InferOutput<typeof roleSchema>;
export type CredentialsRequest = v.InferOutput<typeof credentialsSchema>;
export type AccessKeysRequest = v.InferOutput<typeof accessKeysSchema>;
export type IdentityPoolRequest = v.InferInput<typeof identityPoolSchema>;

/** Credentials in the words of the AWS SDKs; the expiration is in ISO 8601. */
export interface HandedOutCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration: string;
}

/** The keys of an IAM user. */
export interface HandedOutKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Roles, identity pools, and credentials for tools that cannot ask Cognito. */
export const ACCESS_ROUTES: readonly Route[] = [
  {
    method: "PUT",
    path: /^\/roles\/([^/]+)$/,
    answer: ({ state, body, parameter }) => {
      state.roles.set(parameter, readBody(roleSchema, body));
      return { roleArn: roleArn(parameter) };
    },
  },
  {
    method: "POST",
    path: /^\/roles\/([^/]+)\/expire-sessions$/,
    answer: ({ state, parameter }) => ({
      expired: state.credentials.expireSessionsOf(parameter, state.now()),
    }),
  },
  {
    method: "DELETE",
    path: /^\/roles\/([^/]+)\/sso-session$/,
    answer: ({ state, parameter }) => {
      state.ssoSessions.end(parameter);
      return {};
    },
  },
  {
    method: "PUT",
    path: /^\/identity-pools\/([^/]+)$/,
    answer: ({ state, body, parameter }) =>
      state.identityPools.set(parameter, readBody(identityPoolSchema, body)),
  },
  {
    method: "POST",
    path: /^\/identity-pools\/([^/]+)\/forget-identities$/,
    answer: ({ state, parameter }) => {
      state.identityPools.forgetIdentities(parameter);
      return {};
    },
  },
  {
    method: "POST",
    path: /^\/roles\/([^/]+)\/sso-session$/,
    answer: ({ state, parameter }) => ({ accessToken: state.ssoSessions.begin(parameter) }),
  },
  {
    method: "POST",
    path: /^\/access-keys$/,
    answer: ({ state, body }): HandedOutKeys => {
      const { userName, ...permissions } = readBody(accessKeysSchema, body);
      const role = state.roles.set(`handed-out-${randomUUID()}`, permissions);
      const session = { roleName: role.name, sessionName: userName, userName };
      const { accessKeyId, secretAccessKey } = state.credentials.issueKeys(session);
      return { accessKeyId, secretAccessKey };
    },
  },
  {
    method: "POST",
    path: /^\/credentials$/,
    answer: ({ state, body }): HandedOutCredentials => {
      const { expiresInMs = minutes(60), ...permissions } = readBody(credentialsSchema, body);
      const role = state.roles.set(`handed-out-${randomUUID()}`, permissions);
      const session = { roleName: role.name, sessionName: "control-interface" };
      const issued = state.credentials.issue(session, state.now() + expiresInMs);
      return {
        accessKeyId: issued.accessKeyId,
        secretAccessKey: issued.secretAccessKey,
        sessionToken: issued.sessionToken,
        expiration: new Date(issued.expiresAtMs).toISOString(),
      };
    },
  },
];
