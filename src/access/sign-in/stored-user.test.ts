import { User, UserManager } from "oidc-client-ts";
import { expect, test } from "vitest";
import type { Items } from "./sign-in-store.ts";
import { PrefixedStore } from "./sign-in-store.ts";
import { removeStoredUser, storedUser } from "./stored-user.ts";

const SIGN_IN = { authority: "https://issuer.example/pool", clientId: "client" };

function storeOf(items: Items): PrefixedStore {
  return new PrefixedStore("deploywatch.oidc.", items);
}

function itemsOf(items: Map<string, string>): Items {
  return {
    length: items.size,
    key: (place) => [...items.keys()][place] ?? null,
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
  };
}

/** The library, with a store of ours. */
function libraryWith(store: PrefixedStore): UserManager {
  return new UserManager({
    authority: SIGN_IN.authority,
    client_id: SIGN_IN.clientId,
    redirect_uri: "https://deploys.example/signed-in",
    userStore: store,
    stateStore: store,
    automaticSilentRenew: false,
  });
}

const ADA = new User({
  id_token: "id",
  refresh_token: "refresh",
  access_token: "",
  token_type: "Bearer",
  profile: { iss: SIGN_IN.authority, sub: "ada", aud: "client", iat: 1, exp: 2, email: "ada@example.com" },
});

test("whom the OIDC library has kept is read without it, and forgotten for it", async () => {
  const store = storeOf(itemsOf(new Map()));
  const library = libraryWith(store);
  expect(await storedUser(store, SIGN_IN)).toBeUndefined();
  await library.storeUser(ADA);
  expect(await storedUser(store, SIGN_IN)).toMatchObject({
    id_token: "id",
    refresh_token: "refresh",
    profile: { sub: "ada", iat: 1, exp: 2, email: "ada@example.com" },
  });
  expect(await storedUser(store, { ...SIGN_IN, clientId: "other" })).toBeUndefined();
  await removeStoredUser(store, SIGN_IN);
  expect(await library.getUser()).toBeNull();
  expect(await storedUser(store, SIGN_IN)).toBeUndefined();
});

test.each(["", "{", "null", "7", "{}", '{"profile":{}}', '{"profile":{"sub":1}}', '{"id_token":"x"}'])(
  "what is nobody is taken for nobody: %s",
  async (kept) => {
    const store = storeOf(itemsOf(new Map()));
    await store.set(`user:${SIGN_IN.authority}:${SIGN_IN.clientId}`, kept);
    expect(await storedUser(store, SIGN_IN)).toBeUndefined();
  },
);
