import { InMemoryWebStorage, WebStorageStateStore } from "oidc-client-ts";
import { expect, test } from "vitest";
import { ClosableStore } from "./sign-in-store.ts";

function closable() {
  const storage = new InMemoryWebStorage();
  return {
    storage,
    store: new ClosableStore(new WebStorageStateStore({ prefix: "deploywatch.oidc.", store: storage })),
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
