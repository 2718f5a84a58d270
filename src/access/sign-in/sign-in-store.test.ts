import { InMemoryWebStorage, WebStorageStateStore } from "oidc-client-ts";
import { afterEach, expect, test, vi } from "vitest";
import { ClosableStore, PrefixedStore, sessionStore } from "./sign-in-store.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

function closable() {
  const storage = new InMemoryWebStorage();
  return {
    storage,
    store: new ClosableStore(new PrefixedStore("deploywatch.oidc.", storage)),
  };
}

test("keeps what it is given until it is closed, and then nothing, whatever comes late", async () => {
  const { store, storage } = closable();
  storage.setItem("deploywatch.recent", "not its own");
  await store.set("user", "ada");
  await store.set("state", "on its way");
  expect(await store.get("user")).toBe("ada");
  await store.close();
  await store.set("user", "ada, renewed");
  expect(await store.get("user")).toBeFalsy();
  expect(await store.getAllKeys()).toEqual([]);
  expect(storage.getItem("deploywatch.recent")).toBe("not its own");
});

test("reads what the OIDC library's own store has written, and writes what that reads", async () => {
  const storage = new InMemoryWebStorage();
  storage.setItem("deploywatch.recent", "not its own");
  const ours = new PrefixedStore("deploywatch.oidc.", storage);
  const theirs = new WebStorageStateStore({ prefix: "deploywatch.oidc.", store: storage });
  await theirs.set("user", "ada");
  await ours.set("state", "1");
  for (const store of [ours, theirs]) {
    expect(await store.get("user")).toBe("ada");
    expect(await store.get("state")).toBe("1");
    expect((await store.getAllKeys()).toSorted()).toEqual(["state", "user"]);
  }
  expect(await ours.remove("user")).toBe("ada");
  expect(await theirs.get("user")).toBeFalsy();
  expect(await ours.get("user")).toBeFalsy();
});

test("a browser that blocks its storage keeps tokens in memory, for as long as the page is there", async () => {
  vi.stubGlobal("sessionStorage", undefined);
  const { storage, isLasting } = sessionStore();
  expect(isLasting).toBe(false);
  const store = new PrefixedStore("deploywatch.oidc.", storage);
  await store.set("user", "ada");
  expect(await store.get("user")).toBe("ada");
  expect(await store.getAllKeys()).toEqual(["user"]);
  await store.remove("user");
  expect(await store.get("user")).toBeNull();
});
