import { expect, test } from "vitest";
import type { Transition } from "./transitions.ts";
import { isBackwards, withTransition } from "./transitions.ts";

test("the first answer is no transition", () => {
  expect(withTransition([], undefined, { status: "InProgress", atMs: 1_000 })).toEqual([]);
});

test("the same status again is none either, and keeps the list", () => {
  const seen: readonly Transition[] = [];
  const same = { status: "InProgress", atMs: 1_000 };
  expect(withTransition(seen, same, { ...same, atMs: 6_000 })).toBe(seen);
});

test("a change is dated by the answer that told it, and is as uncertain as the answer before is old", () => {
  const before = { status: "InProgress", atMs: 1_000 };
  expect(withTransition([], before, { status: "Succeeded", atMs: 6_200 })).toEqual([
    { from: "InProgress", to: "Succeeded", seenAtMs: 6_200, uncertaintyMs: 5_200 },
  ]);
});

test("a clock that was set back gives no negative uncertainty", () => {
  const [transition] = withTransition([], { status: "Created", atMs: 9 }, { status: undefined, atMs: 1 });
  expect(transition).toMatchObject({ to: undefined, uncertaintyMs: 0 });
});

test("a page that is open for days keeps the latest fifty", () => {
  let seen: readonly Transition[] = [];
  for (let atMs = 0; atMs < 60; atMs++) {
    seen = withTransition(seen, { status: `${atMs}`, atMs }, { status: `${atMs + 1}`, atMs: atMs + 1 });
  }
  expect(seen).toHaveLength(50);
  expect(seen.at(-1)?.to).toBe("60");
});

test("a status that leaves its end goes backwards", () => {
  expect(isBackwards(between("Succeeded", "InProgress"))).toBe(true);
  expect(isBackwards(between("InProgress", "Succeeded"))).toBe(false);
  expect(isBackwards(between("Succeeded", "Failed"))).toBe(false);
});

function between(from: string, to: string): Transition {
  return { from, to, seenAtMs: 0, uncertaintyMs: 0 };
}
