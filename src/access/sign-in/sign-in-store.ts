import type { StateStore } from "oidc-client-ts";
import { InMemoryWebStorage } from "oidc-client-ts";

const PROBE = "deploywatch.probe";

/**
 * Where a tab keeps its tokens: `sessionStorage`, or memory where the browser blocks that.
 *
 * @returns `isLasting`: whether it outlives the way to the sign-in pages and back
 */
export function sessionStore(): { storage: Storage; isLasting: boolean } {
  try {
    sessionStorage.setItem(PROBE, "");
    sessionStorage.removeItem(PROBE);
    return { storage: sessionStorage, isLasting: true };
  } catch {
    return { storage: new InMemoryWebStorage(), isLasting: false };
  }
}

/**
 * A store of the OIDC library that can be closed: what is still on its way then, a renewal for example, comes too late
 * to be kept.
 */
export class ClosableStore implements StateStore {
  readonly #store: StateStore;
  #isClosed = false;

  constructor(store: StateStore) {
    this.#store = store;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Removes everything, and keeps nothing from now on. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const keys = await this.#store.getAllKeys();
    await Promise.all(keys.map((key) => this.#store.remove(key)));
  }

  async set(key: string, value: string): Promise<void> {
    if (!this.#isClosed) await this.#store.set(key, value);
  }

  get(key: string): Promise<string | null> {
    return this.#store.get(key);
  }

  remove(key: string): Promise<string | null> {
    return this.#store.remove(key);
  }

  getAllKeys(): Promise<string[]> {
    return this.#store.getAllKeys();
  }
}
