import { randomUUID } from "node:crypto";
import { AwsError } from "./aws-error.ts";

/** What a Cognito identity pool permits its guests. */
export interface IdentityPool {
  readonly id: string;
  readonly allowsGuests: boolean;
  readonly allowsClassicFlow: boolean;
}

/** The pool of the demo's configuration. */
export const demoIdentityPoolId = "us-east-1:0b3e5d9c-7f14-4c2a-9d56-2f8a1e6b4c70";

/** The identity pools and the identities that they have given out. */
export class IdentityPools {
  readonly #pools = new Map<string, IdentityPool>();
  readonly #poolOfIdentity = new Map<string, string>();

  constructor() {
    this.set(demoIdentityPoolId, {});
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

  /** Makes a new guest identity. */
  createGuest(poolId: string): string {
    const pool = this.#pools.get(poolId);
    if (!pool) throw new AwsError("ResourceNotFoundException", `IdentityPool '${poolId}' not found.`);
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
