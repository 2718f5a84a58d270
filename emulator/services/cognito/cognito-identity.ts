import { NormalizedSchema } from "@smithy/core/schema";
import type { StaticStructureSchema } from "@smithy/types";
import { AwsError } from "../../access/aws-error.ts";
import { GUEST_ROLE_NAME } from "../../access/demo-account.ts";
import { isTrusted } from "../../access/roles.ts";
import { ownEntry } from "../../own-entry.ts";
import type { EmulatorState } from "../../state.ts";
import { wireTime } from "../../wire.ts";
import { findOperation } from "../find-operation.ts";
import { JsonInput } from "../json-input.ts";
import { jsonRefusal, jsonService } from "../json-protocol.ts";
import { writeJson } from "../write-json.ts";
import { readCaller, requireId } from "./identity-caller.ts";
import type { IdentityPool } from "./identity-pools.ts";
import type { IdTokenClaims } from "./logins.ts";
import { providerOf, readLogins } from "./logins.ts";

/** One operation of identity pools. */
interface CognitoOperation {
  /** The members of its input. */
  readonly members: readonly string[];
  readonly answer: (state: EmulatorState, input: JsonInput, clockOffsetMs: number) => object;
}

const OPERATIONS: Readonly<Record<string, CognitoOperation>> = {
  GetId: {
    members: ["AccountId", "IdentityPoolId", "Logins"],
    answer: (state, input) => {
      const poolId = requireId(input, "IdentityPoolId");
      const logins = input.textMap("Logins");
      if (logins.size === 0) return { IdentityId: state.identityPools.createGuest(poolId) };
      const pool = state.identityPools.find(poolId);
      const { sub } = readLogins(logins, pool, state.userPool, state.now());
      return { IdentityId: state.identityPools.identityOf(pool, sub) };
    },
  },

  GetOpenIdToken: {
    members: ["IdentityId", "Logins"],
    answer: (state, input) => {
      const { identityId, pool, claims } = readCaller(state, input);
      if (!pool.allowsClassicFlow) {
        throw new AwsError(
          "InvalidParameterException",
          "Basic (classic) flow is not enabled, please use enhanced flow.",
        );
      }
      const provider = providerOf(state.userPool);
      const amr = claims
        ? ["authenticated", provider, `${provider}:CognitoSignIn:${claims.sub}`]
        : ["unauthenticated"];
      return {
        IdentityId: identityId,
        Token: state.openIdTokens.issue(identityId, pool.id, amr, state.now()),
      };
    },
  },

  GetCredentialsForIdentity: {
    members: ["IdentityId", "Logins", "CustomRoleArn"],
    answer: (state, input, clockOffsetMs) => {
      const { identityId, pool, claims } = readCaller(state, input);
      const role = state.roles.find(claims ? roleNameFor(pool, claims) : GUEST_ROLE_NAME);
      const amr = claims ? "authenticated" : "unauthenticated";
      if (!role || !isTrusted(role, { identityPoolId: pool.id, amr })) {
        throw new AwsError(
          "InvalidIdentityPoolConfigurationException",
          "Invalid identity pool configuration. Check assigned IAM roles for this pool.",
        );
      }
      const session = {
        roleName: role.name,
        sessionName: "CognitoIdentityCredentials",
        identityPoolId: pool.id,
        hasGuestSessionPolicy: !claims,
      };
      const lastsMs = role.sessionLastsMs ?? SESSION_MS;
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
  },
};

/** Credentials of the enhanced flow last an hour, whatever the role's maximum. */
const SESSION_MS = 3_600_000;

/** What is a time in an answer. The SDK has no schemas of this service that may be imported. */
const ANSWER: StaticStructureSchema = [
  3,
  "com.amazonaws.cognitoidentity",
  "Answer",
  0,
  ["Credentials"],
  [[3, "com.amazonaws.cognitoidentity", "Credentials", 0, ["Expiration"], [4]]],
];

/** The operations of identity pools at AWS. */
const ALL_NAMES = new Set(
  [
    "CreateIdentityPool DeleteIdentities DeleteIdentityPool DescribeIdentity DescribeIdentityPool",
    "GetCredentialsForIdentity GetId GetIdentityPoolRoles GetOpenIdToken GetOpenIdTokenForDeveloperIdentity",
    "GetPrincipalTagAttributeMap ListIdentities ListIdentityPools ListTagsForResource LookupDeveloperIdentity",
    "MergeDeveloperIdentities SetIdentityPoolRoles SetPrincipalTagAttributeMap TagResource",
    "UnlinkDeveloperIdentity UnlinkIdentity UntagResource UpdateIdentityPool",
  ].flatMap((line) => line.split(" ")),
);

const TABLE = { title: "Cognito identity", operations: OPERATIONS, allNames: ALL_NAMES };

/** Cognito's identity pools, none of whose operations is signed. */
export const cognitoIdentity = jsonService({
  target: "AWSCognitoIdentityService",
  answer: ({ state, request, operation, clockOffsetMs }) => {
    const { members, answer } = findOperation(TABLE, operation);
    const output = answer(state, JsonInput.read(request.body, members), clockOffsetMs);
    return writeJson(output, NormalizedSchema.of(ANSWER));
  },
  refuse: (refusal) => {
    const reply = jsonRefusal(refusal);
    return {
      ...reply,
      headers: {
        ...reply.headers,
        "x-amzn-errortype": `${refusal.type}:`,
        "x-amzn-errormessage": refusal.message.replaceAll(/[^ -~]/g, "?"),
      },
    };
  },
});

/** The role that a pool gives to somebody who has signed in. */
function roleNameFor({ signIn }: IdentityPool, claims: IdTokenClaims): string {
  const { roleName = "", rolesByGroup = {} } = signIn ?? {};
  return claims["cognito:groups"]?.map((group) => ownEntry(rolesByGroup, group)).find(Boolean) ?? roleName;
}
