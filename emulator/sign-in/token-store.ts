import type { Adapter, AdapterPayload } from "oidc-provider";
import type { UserPool } from "./user-pool.ts";

interface Entry {
  readonly payload: AdapterPayload;
  readonly endsAtMs: number;
}

/** What the sign-in server remembers: sessions, codes, tokens. Clients come from the user pool. */
export class TokenStore {
  readonly #entries = new Map<string, Entry>();
  readonly #pool: UserPool;
  readonly #now: () => number;

  constructor(pool: UserPool, now: () => number) {
    this.#pool = pool;
    this.#now = now;
  }

  /** Revokes every refresh token that a client was given; says how many those were. */
  revokeRefreshTokens(clientId: string): number {
    const revoked = [...this.#entries].filter(
      ([key, { payload }]) => key.startsWith("RefreshToken:") && payload.clientId === clientId,
    );
    for (const [key] of revoked) this.#entries.delete(key);
    return revoked.length;
  }

  /** The store as the provider library wants it, for one kind of thing. */
  adapter(kind: string): Adapter {
    const key = (id: string) => `${kind}:${id}`;
    const find = (id: string) => this.#find(key(id));
    return {
      upsert: (id, payload, expiresInSeconds) => {
        const ownEndMs = expiresInSeconds ? this.#now() + expiresInSeconds * 1000 : Number.POSITIVE_INFINITY;
        this.#entries.set(key(id), { payload, endsAtMs: this.#familyEndMs(kind, payload) ?? ownEndMs });
        return Promise.resolve();
      },
      find: (id) => Promise.resolve(kind === "Client" ? this.#clientMetadata(id) : find(id)),
      findByUid: (uid) =>
        Promise.resolve([...this.#entries.values()].find(({ payload }) => payload.uid === uid)?.payload),
      findByUserCode: () => Promise.resolve(undefined),
      consume: (id) => {
        const entry = this.#entries.get(key(id));
        if (entry) entry.payload.consumed ??= Math.floor(this.#now() / 1000);
        return Promise.resolve();
      },
      destroy: (id) => Promise.resolve(void this.#entries.delete(key(id))),
      revokeByGrantId: (grantId) => {
        for (const [entryKey, { payload }] of this.#entries) {
          if (payload.grantId === grantId) this.#entries.delete(entryKey);
        }
        return Promise.resolve();
      },
    };
  }

  #find(key: string): AdapterPayload | undefined {
    const entry = this.#entries.get(key);
    if (!entry || entry.endsAtMs <= this.#now()) return undefined;
    const { payload } = entry;
    if (!key.startsWith("RefreshToken:") || typeof payload.consumed !== "number") return payload;
    // Within the grace period a refresh token that was rotated away is as good as new. After it the token is unknown:
    // what the library would take for a theft, and end the whole sign-in for, is a duplicated tab here.
    const graceMs = this.#pool.client(payload.clientId ?? "")?.rotationGraceMs ?? 0;
    const isInGrace = payload.consumed * 1000 + graceMs > this.#now();
    return isInGrace ? { ...payload, consumed: undefined } : undefined;
  }

  /** Until when the first refresh token of a sign-in lasts: those that replace it last no longer. */
  #familyEndMs(kind: string, { grantId }: AdapterPayload): number | undefined {
    if (kind !== "RefreshToken") return undefined;
    const first = [...this.#entries].find(
      ([key, { payload }]) => key.startsWith("RefreshToken:") && payload.grantId === grantId,
    );
    return first?.[1].endsAtMs;
  }

  #clientMetadata(id: string): AdapterPayload | undefined {
    const client = this.#pool.client(id);
    if (!client) return undefined;
    return {
      client_id: client.id,
      redirect_uris: [...client.callbackUrls],
      post_logout_redirect_uris: [...client.logoutUrls],
      response_types: ["code"],
      grant_types: ["authorization_code", "refresh_token"],
      token_endpoint_auth_method: "none",
    };
  }
}
