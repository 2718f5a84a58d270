import { AwsError } from "../../access/aws-error.ts";
import type { IdentityPool } from "./identity-pools.ts";
import { readLogins } from "./logins.ts";
import { GUEST_ROLE_NAME } from "../../access/roles.ts";
import { wireTime } from "../../wire.ts";
import type { EmulatorState } from "../../state.ts";
import { minutes } from "../../timeline/duration.ts";
import { findOperation, JsonInput, jsonService } from "../json-protocol.ts";

type CognitoOperation = (state: EmulatorState, input: JsonInput, clockOffsetMs: number) => object;

const OPERATIONS: Readonly<Record<string, CognitoOperation>> = {
  GetId: (state, input) => {
    const poolId = requireText(input, "IdentityPoolId");
    const logins = input.textMap("Logins");
    if (Object.keys(logins).length === 0) return { IdentityId: state.identityPools.createGuest(poolId) };
    const pool = state.identityPools.find(poolId);
    const { sub } = readLogins(logins, pool, state.userPool, state.now());
    return { IdentityId: state.identityPools.identityOf(pool, sub) };
  },

  GetOpenIdToken: (state, input) => {
    const identityId = requireText(input, "IdentityId");
    const pool = state.identityPools.poolOf(identityId);
    if (!pool.allowsClassicFlow) {
      throw new AwsError(
        "InvalidParameterException",
        "Basic (classic) flow is not enabled, please use enhanced flow.",
      );
    }
    return { IdentityId: identityId, Token: state.openIdTokens.issue(identityId, pool.id, state.now()) };
  },

  GetCredentialsForIdentity: (state, input, clockOffsetMs) => {
    const identityId = requireText(input, "IdentityId");
    const pool = state.identityPools.poolOf(identityId);
    const logins = input.textMap("Logins");
    const isGuest = Object.keys(logins).length === 0;
    const session = {
      roleName: isGuest ? GUEST_ROLE_NAME : roleFor(state, pool, identityId, logins),
      sessionName: "CognitoIdentityCredentials",
      identityPoolId: pool.id,
      hasGuestSessionPolicy: isGuest,
    };
    const lastsMs = state.roles.find(session.roleName)?.sessionLastsMs ?? minutes(60);
    const issued = state.credentials.issue(session, state.now() + lastsMs);
    return {
      IdentityId: identityId,
      Credentials: {
        AccessKeyId: issued.accessKeyId,
        SecretKey: issued.secretAccessKey,
        SessionToken: issued.sessionToken,
        Expiration: wireTime(issued.expiresAtMs + clockOffsetMs),
      },
    };
  },
};

/** Cognito's identity pools, none of whose operations is signed. */
export const cognitoIdentity = jsonService(
  "AWSCognitoIdentityService",
  ({ state, request, operation, clockOffsetMs }) =>
    findOperation(OPERATIONS, operation)(state, new JsonInput(request.body), clockOffsetMs),
);

/** The role that an identity's logins give. */
function roleFor(
  state: EmulatorState,
  pool: IdentityPool,
  identityId: string,
  logins: Readonly<Record<string, string>>,
): string {
  const claims = readLogins(logins, pool, state.userPool, state.now());
  if (!pool.signIn || state.identityPools.identityOf(pool, claims.sub) !== identityId) {
    throw new AwsError(
      "NotAuthorizedException",
      "Logins don't match. Please include at least one valid login for this identity or identity pool.",
    );
  }
  const { roleName, rolesByGroup } = pool.signIn;
  return claims["cognito:groups"]?.map((group) => rolesByGroup[group]).find(Boolean) ?? roleName;
}

function requireText(input: JsonInput, name: string): string {
  const value = input.text(name);
  if (value) return value;
  const member = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  throw new AwsError(
    "ValidationException",
    `1 validation error detected: Value null at '${member}' failed to satisfy constraint: Member must not be null`,
  );
}
