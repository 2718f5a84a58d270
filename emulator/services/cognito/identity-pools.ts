import { randomUUID } from "node:crypto";
import { CHECKOUT_GROUP, DEMO_CLIENT_ID, DEPLOYERS_GROUP, OPERATORS_GROUP } from "../../sign-in/user-pool.ts";
import { AwsError } from "../../access/aws-error.ts";
import {
  CHECKOUT_ROLE_NAME,
  DEMO_IDENTITY_POOL_ID,
  DEMO_SIGN_IN_POOL_ID,
  DEPLOYER_ROLE_NAME,
  OPERATOR_ROLE_NAME,
  READER_ROLE_NAME,
} from "../../access/demo-account.ts";

/** Whom a Cognito identity pool gives credentials. */
export interface IdentityPool {
  readonly id: string;
  readonly allowsGuests: boolean;
  readonly allowsClassicFlow: boolean;
  /** For people who have signed in to the user pool; without it, it trusts no issuer. */
  readonly signIn?: TrustedSignIn;
}

/** The app client whose ID tokens an identity pool takes, and the roles that it gives for them. */
export interface TrustedSignIn {
  readonly clientId: string;
  readonly roleName: string;
  /** Members of a group get another role. */
  readonly rolesByGroup: Readonly<Record<string, string>>;
}

/** An identity that a pool has given out. */
interface Identity {
  readonly poolId: string;
  readonly isGuest: boolean;
}

/** The identity pools and the identities that they have given out. */
export class IdentityPools {
  readonly #pools = new Map<string, IdentityPool>();
  readonly #identities = new Map<string, Identity>();

  constructor() {
    this.set(DEMO_IDENTITY_POOL_ID, {});
    this.set(DEMO_SIGN_IN_POOL_ID, {
      allowsGuests: false,
      allowsClassicFlow: false,
      signIn: {
        clientId: DEMO_CLIENT_ID,
        roleName: READER_ROLE_NAME,
        rolesByGroup: {
          [CHECKOUT_GROUP]: CHECKOUT_ROLE_NAME,
          [OPERATORS_GROUP]: OPERATOR_ROLE_NAME,
          [DEPLOYERS_GROUP]: DEPLOYER_ROLE_NAME,
        },
      },
    });
  }

  /** Creates a pool or replaces it. Unless told otherwise it admits guests and the classic flow. */
  set(id: string, settings: Partial<Omit<IdentityPool, "id">>): IdentityPool {
    const pool = { allowsGuests: true, allowsClassicFlow: true, ...settings, id };
    this.#pools.set(id, pool);
    return pool;
  }

  /** Deletes every identity of a pool, so that an id which a browser remembers is unknown from now on. */
  forgetIdentities(poolId: string): void {
    for (const [identityId, identity] of this.#identities) {
      if (identity.poolId === poolId) this.#identities.delete(identityId);
    }
  }

  /** The pool of an id. */
  find(poolId: string): IdentityPool {
    const pool = this.#pools.get(poolId);
    if (!pool) throw new AwsError("ResourceNotFoundException", `IdentityPool '${poolId}' not found.`);
    return pool;
  }

  /** The identity of somebody who has signed in: always the same for the same person. */
  identityOf(pool: IdentityPool, sub: string): string {
    const identityId = `${pool.id.split(":")[0]}:${sub.slice(0, 23)}-${pool.id.slice(-12)}`;
    this.#identities.set(identityId, { poolId: pool.id, isGuest: false });
    return identityId;
  }

  /** Makes a new guest identity. */
  createGuest(poolId: string): string {
    const pool = this.find(poolId);
    requireGuestsIn(pool);
    const identityId = `${poolId.split(":")[0]}:${randomUUID()}`;
    this.#identities.set(identityId, { poolId, isGuest: true });
    return identityId;
  }

  /** The id of the pool that an identity belongs to, when both still exist. */
  poolIdOf(identityId: string): string | undefined {
    return this.#identities.get(identityId)?.poolId;
  }

  /** Is an identity that of a guest? One that is not there is nobody's. */
  isGuest(identityId: string): boolean {
    return this.#identities.get(identityId)?.isGuest ?? false;
  }

  /** The pool that an identity belongs to. */
  poolOf(identityId: string): IdentityPool {
    const pool = this.#pools.get(this.poolIdOf(identityId) ?? "");
    if (!pool) throw new AwsError("ResourceNotFoundException", `Identity '${identityId}' not found.`);
    return pool;
  }
}

/** @throws AwsError when a pool admits no guests */
export function requireGuestsIn({ allowsGuests }: IdentityPool): void {
  if (allowsGuests) return;
  throw new AwsError(
    "NotAuthorizedException",
    "Unauthenticated access is not supported for this identity pool.",
  );
}
