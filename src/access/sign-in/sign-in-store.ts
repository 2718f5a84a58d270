import type { StateStore } from "oidc-client-ts";

const PROBE = "deploywatch.probe";

/** What is used of a `Storage`. */
export type Items = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/**
 * Where a tab keeps its tokens: `sessionStorage`, or memory where the browser blocks that.
 *
 * @returns `isLasting`: whether it outlives the way to the sign-in pages and back
 */
export function sessionStore(): { storage: Items; isLasting: boolean } {
  try {
    sessionStorage.setItem(PROBE, "");
    sessionStorage.removeItem(PROBE);
    return { storage: sessionStorage, isLasting: true };
  } catch {
    return { storage: itemsInMemory(), isLasting: false };
  }
}

function itemsInMemory(): Items {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (place) => [...items.keys()][place] ?? null,
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
  };
}

/** The items whose names begin so, for the OIDC library. Its own class for that would bring all of it. */
export class PrefixedStore implements StateStore {
  readonly #prefix: string;
  readonly #items: Items;

  constructor(prefix: string, items: Items) {
    this.#prefix = prefix;
    this.#items = items;
  }

  async set(key: string, value: string): Promise<void> {
    this.#items.setItem(this.#prefix + key, value);
  }

  async get(key: string): Promise<string | null> {
    return this.#items.getItem(this.#prefix + key);
  }

  async remove(key: string): Promise<string | null> {
    const item = await this.get(key);
    this.#items.removeItem(this.#prefix + key);
    return item;
  }

  async getAllKeys(): Promise<string[]> {
    const names = Array.from({ length: this.#items.length }, (_, place) => this.#items.key(place) ?? "");
    return names
      .filter((name) => name.startsWith(this.#prefix))
      .map((name) => name.slice(this.#prefix.length));
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
