import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { GUEST, identityMemory, personOf, knownVisitors } from "./identity-memory.ts";

const POOL = "us-east-1:5a1b2c3d-0000-4000-8000-000000000000";
const ID = "us-east-1:11111111-2222-4333-8444-555555555555";
const ADA = personOf("https://issuer.example", "ada");
const BO = personOf("https://issuer.example", "bo");

const stored = new Map<string, string>();

beforeEach(() => {
  stored.clear();
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => void stored.set(name, value),
    removeItem: (name: string) => void stored.delete(name),
  });
});
afterEach(() => vi.unstubAllGlobals());

/** A tab of a site where people sign in. */
const tab = () => identityMemory({ identityPoolId: POOL });

test("who has come in before is known before the configuration is there", () => {
  // The names of what is stored are its own.
  vi.stubGlobal("localStorage", { "deploywatch.tabs": "1" });
  expect(knownVisitors()).toEqual({ anybody: false, users: false });
  const name = `deploywatch.identity ${POOL}`;
  vi.stubGlobal("localStorage", { "deploywatch.tabs": "1", [`${name} ${GUEST}`]: "{}" });
  expect(knownVisitors()).toEqual({ anybody: true, users: false });
  vi.stubGlobal("localStorage", { [name]: "{}" });
  expect(knownVisitors()).toEqual({ anybody: true, users: true });
  vi.stubGlobal("localStorage", undefined);
  expect(knownVisitors()).toEqual({});
});

test("the next tab knows the identity of whoever came in last, and of nobody else", () => {
  const first = tab();
  expect(first.isEmpty()).toBe(true);
  first.greet(ADA);
  first.keep(ADA, ID);
  expect(tab().idOf(ADA)).toBe(ID);
  expect(tab().idOf(BO)).toBeUndefined();
  expect([tab().isLast(ADA), tab().isLast(BO), tab().isEmpty()]).toEqual([true, false, false]);
});

test("somebody else who comes in takes the place, and a tab of the one before does not take it back", () => {
  const ofAda = tab();
  ofAda.greet(ADA);
  ofAda.keep(ADA, ID);
  tab().greet(BO);
  ofAda.keep(ADA, ID);
  expect(tab().idOf(ADA)).toBeUndefined();
  expect(tab().idOf(BO)).toBeUndefined();
  expect(ofAda.idOf(ADA), "in her own tab").toBe(ID);
});

test("coming in again loses nothing", () => {
  tab().greet(ADA);
  tab().keep(ADA, ID);
  tab().greet(ADA);
  expect(tab().idOf(ADA)).toBe(ID);
});

test("after a sign-out nothing is left, and an exchange that ends later leaves nothing either", () => {
  const ofAda = tab();
  ofAda.greet(ADA);
  ofAda.keep(ADA, ID);
  ofAda.clear();
  ofAda.keep(ADA, ID);
  expect([...stored]).toEqual([]);
});

test("an id that Cognito has refused is forgotten, in this tab and for the next", () => {
  const ofAda = tab();
  ofAda.greet(ADA);
  ofAda.keep(ADA, ID);
  ofAda.keep(ADA, undefined);
  expect(ofAda.idOf(ADA)).toBeUndefined();
  expect(tab().idOf(ADA)).toBeUndefined();
  expect(tab().isLast(ADA)).toBe(true);
});

test("another pool, and the guests of the same pool, have a memory of their own", () => {
  tab().greet(ADA);
  tab().keep(ADA, ID);
  expect(identityMemory({ identityPoolId: `${POOL.slice(0, -1)}1` }).isEmpty()).toBe(true);
  const ofGuests = { identityPoolId: POOL, guest: { roleArn: "arn:aws:iam::123456789012:role/Guest" } };
  expect(identityMemory(ofGuests).isEmpty()).toBe(true);
  expect(identityMemory(ofGuests).idOf(GUEST)).toBeUndefined();
});

test.each([
  "{",
  "7",
  "null",
  "[]",
  '{"identityId":"us-east-1:1"}',
  '{"person":7,"identityId":"us-east-1:1"}',
])("%s in its place is nothing that this browser remembers", (text) => {
  tab().greet(ADA);
  for (const name of stored.keys()) stored.set(name, text);
  expect(tab().isEmpty()).toBe(true);
  expect(tab().idOf(ADA)).toBeUndefined();
});

test.each(["", "us-east-1:1?x", "https://evil.example", `us-east-1:${"1".repeat(60)}`, 7])(
  "%j is no identity's id",
  (identityId) => {
    tab().greet(ADA);
    for (const name of stored.keys()) stored.set(name, JSON.stringify({ person: ADA, identityId }));
    expect(tab().idOf(ADA)).toBeUndefined();
    expect(tab().isLast(ADA)).toBe(true);
  },
);

test("where the browser keeps nothing, the tab remembers", () => {
  vi.stubGlobal("localStorage", undefined);
  const memory = tab();
  memory.greet(ADA);
  memory.keep(ADA, ID);
  expect(memory.idOf(ADA)).toBe(ID);
  memory.clear();
  expect(memory.idOf(ADA)).toBeUndefined();
});
