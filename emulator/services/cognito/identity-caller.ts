import { AwsError } from "../../access/aws-error.ts";
import type { EmulatorState } from "../../state.ts";
import type { JsonInput } from "../json-input.ts";
import type { IdentityPool } from "./identity-pools.ts";
import { requireGuestsIn } from "./identity-pools.ts";
import type { IdTokenClaims } from "./logins.ts";
import { readLogins } from "./logins.ts";

/** Who asks for something of an identity. */
interface IdentityCaller {
  readonly identityId: string;
  readonly pool: IdentityPool;
  /** What is known of somebody who has signed in; absent for a guest. */
  readonly claims?: IdTokenClaims;
}

/**
 * Finds the identity that a request names, and checks that it is the caller's: that of a guest without `Logins`, or
 * that of the person whom the `Logins` prove to be there.
 * @throws AwsError in Cognito's words
 */
export function readCaller(state: EmulatorState, input: JsonInput): IdentityCaller {
  const identityId = requireId(input, "IdentityId");
  const pool = state.identityPools.poolOf(identityId);
  const logins = input.textMap("Logins");
  if (logins.size === 0) {
    if (!state.identityPools.isGuest(identityId)) {
      throw new AwsError("NotAuthorizedException", `Access to Identity '${identityId}' is forbidden.`);
    }
    requireGuestsIn(pool);
    return { identityId, pool };
  }
  const claims = readLogins(logins, pool, state.userPool, state.now());
  if (state.identityPools.identityOf(pool, claims.sub) !== identityId) {
    throw new AwsError(
      "NotAuthorizedException",
      "Logins don't match. Please include at least one valid login for this identity or identity pool.",
    );
  }
  return { identityId, pool, claims };
}

const ID = /^[\w-]+:[0-9a-f-]+$/;
const MAX_LENGTH = 55;

/**
 * The id of an identity or of a pool.
 * @throws AwsError ValidationException for none, and for one that Cognito cannot have given out
 * @see https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetId.html
 */
export function requireId(input: JsonInput, name: "IdentityPoolId" | "IdentityId"): string {
  const id = input.text(name);
  const member = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  if (id === undefined) throw invalid(`Value null at '${member}'`, "Member must not be null");
  if (id === "" || id.length > MAX_LENGTH) {
    const limit = id === "" ? "greater than or equal to 1" : `less than or equal to ${MAX_LENGTH}`;
    throw invalid(`Value '${id}' at '${member}'`, `Member must have length ${limit}`);
  }
  if (ID.test(id)) return id;
  throw invalid(
    `Value '${id}' at '${member}'`,
    "Member must satisfy regular expression pattern: [\\w-]+:[0-9a-f-]+",
  );
}

function invalid(what: string, constraint: string): AwsError {
  return new AwsError(
    "ValidationException",
    `1 validation error detected: ${what} failed to satisfy constraint: ${constraint}`,
  );
}
