import { AwsError } from "../access/aws-error.ts";
import { guestRoleName } from "../access/roles.ts";
import { wireTime } from "../wire.ts";
import type { EmulatorState } from "../state.ts";
import { minutes } from "../timeline/duration.ts";
import { JsonInput } from "./json-input.ts";

type CognitoOperation = (state: EmulatorState, input: JsonInput, clockOffsetMs: number) => object;

const operations: Readonly<Record<string, CognitoOperation>> = {
  GetId: (state, input) => ({
    IdentityId: state.identityPools.createGuest(requireText(input, "IdentityPoolId")),
  }),

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
    const session = {
      roleName: guestRoleName,
      sessionName: "CognitoIdentityCredentials",
      identityPoolId: state.identityPools.poolOf(identityId).id,
      hasGuestSessionPolicy: true,
    };
    const issued = state.credentials.issue(session, state.now() + minutes(60));
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

/**
 * Answers Cognito's unsigned operations for guests.
 * @throws AwsError
 */
export function answerCognitoIdentity(
  state: EmulatorState,
  operationName: string,
  body: string,
  clockOffsetMs: number,
): object {
  const operation = operations[operationName];
  if (!operation) throw new AwsError("UnknownOperationException", "The operation is not known.");
  return operation(state, new JsonInput(body), clockOffsetMs);
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
