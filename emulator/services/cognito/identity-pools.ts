import { randomUUID } from "node:crypto";
import { CHECKOUT_GROUP, DEMO_CLIENT_ID } from "../../sign-in/user-pool.ts";
import { AwsError } from "../../access/aws-error.ts";
import { CHECKOUT_ROLE_NAME, READER_ROLE_NAME } from "../../access/roles.ts";

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

/** The pool of the demo's configuration. */
export const DEMO_IDENTITY_POOL_ID = "us-east-1:0b3e5d9c-7f14-4c2a-9d56-2f8a1e6b4c70";

/** The pool of the demo with sign-in. */
export const DEMO_SIGN_IN_POOL_ID = "us-east-1:5c1f0a7e-92d4-4b6e-8a3f-6d0b9e2c7f18";

/** The identity pools and the identities that they have given out. */
export class IdentityPools {
  readonly #pools = new Map<string, IdentityPool>();
  readonly #poolOfIdentity = new Map<string, string>();

  constructor() {
    this.set(DEMO_IDENTITY_POOL_ID, {});
    this.set(DEMO_SIGN_IN_POOL_ID, {
      allowsGuests: false,
      allowsClassicFlow: false,
      signIn: {
        clientId: DEMO_CLIENT_ID,
        roleName: READER_ROLE_NAME,
        rolesByGroup: { [CHECKOUT_GROUP]: CHECKOUT_ROLE_NAME },
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
    for (const [identityId, owner] of this.#poolOfIdentity) {
      if (owner === poolId) this.#poolOfIdentity.delete(identityId);
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
    this.#poolOfIdentity.set(identityId, pool.id);
    return identityId;
  }

  /** Makes a new guest identity. */
  createGuest(poolId: string): string {
    const pool = this.find(poolId);
    if (!pool.allowsGuests) {
      throw new AwsError(
        "NotAuthorizedException",
        "Unauthenticated access is not supported for this identity pool.",
      );
    }
    const identityId = `${poolId.split(":")[0]}:${randomUUID()}`;
    this.#poolOfIdentity.set(identityId, poolId);
    return identityId;
  }

  /** The id of the pool that an identity belongs to, when both still exist. */
  poolIdOf(identityId: string): string | undefined {
    return this.#poolOfIdentity.get(identityId);
  }

  /** The pool that an identity belongs to. */
  poolOf(identityId: string): IdentityPool {
    const pool = this.#pools.get(this.poolIdOf(identityId) ?? "");
    if (!pool) throw new AwsError("ResourceNotFoundException", `Identity '${identityId}' not found.`);
    return pool;
  }
}
