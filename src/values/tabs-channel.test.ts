import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openTabsChannel, say } from "./tabs-channel.ts";

const stored = new Map<string, string>();

beforeEach(() => {
  stored.clear();
  vi.stubGlobal("document", {});
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => void stored.set(name, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

test("tabs of one browser open the same channel, whose name nobody can guess", () => {
  const name = openTabsChannel("sign-out")?.name;
  expect(name).toMatch(/^sign-out [\da-f]{8}-[\da-f-]{27}$/);
  expect(openTabsChannel("sign-out")?.name).toBe(name);
  stored.clear();
  expect(openTabsChannel("sign-out")?.name, "in another browser").not.toBe(name);
});

test("what is stored in the key's place and is none is replaced", () => {
  stored.set("deploywatch.tabs", "guessed");
  expect(openTabsChannel("sign-out")?.name).not.toContain("guessed");
});

test.each([
  ["keeps nothing", () => vi.stubGlobal("localStorage", undefined)],
  ["has no channels", () => vi.stubGlobal("BroadcastChannel", undefined)],
  [
    "refuses them",
    () =>
      vi.stubGlobal("BroadcastChannel", function refused() {
        throw new DOMException("Access is denied.", "SecurityError");
      }),
  ],
])("a tab whose browser %s is alone", (_, lose) => {
  lose();
  const channel = openTabsChannel("sign-out");
  expect(channel).toBeUndefined();
  expect(() => say(channel, "signed-out")).not.toThrow();
});

test("what cannot be said is left out", () => {
  const channel = openTabsChannel("sign-out");
  expect(() => say(channel, () => {})).not.toThrow();
  channel?.close();
  expect(() => say(channel, "signed-out")).not.toThrow();
});
