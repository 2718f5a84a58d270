import { expect, test } from "vitest";
import type { Transition } from "./transitions.ts";
import { isBackwards, withTransition } from "./transitions.ts";

test("the first answer is no transition", () => {
  expect(withTransition([], undefined, seen("InProgress", 1_000))).toEqual([]);
});

test("the same status again is none either, and keeps the list", () => {
  const none: readonly Transition[] = [];
  expect(withTransition(none, seen("InProgress", 1_000), seen("InProgress", 6_000))).toBe(none);
});

test("a change is dated by the answer that told it, and is as uncertain as the question before is old", () => {
  const before = { ...seen("InProgress", 1_000), askedAtMs: 700 };
  expect(withTransition([], before, seen("Succeeded", 6_200))).toEqual([
    { from: "InProgress", to: "Succeeded", seenAtMs: 6_200, uncertaintyMs: 5_500 },
  ]);
});

test("a clock that was set back gives no negative uncertainty", () => {
  const [transition] = withTransition([], seen("Created", 9), seen(undefined, 1));
  expect(transition).toMatchObject({ to: undefined, uncertaintyMs: 0 });
});

test("a page that is open for days keeps the latest fifty", () => {
  let all: readonly Transition[] = [];
  for (let atMs = 0; atMs < 60; atMs++) {
    all = withTransition(all, seen(`${atMs}`, atMs), seen(`${atMs + 1}`, atMs + 1));
  }
  expect(all).toHaveLength(50);
  expect(all.at(-1)?.to).toBe("60");
});

test("a status that leaves its end goes backwards", () => {
  expect(isBackwards(between("Succeeded", "InProgress"))).toBe(true);
  expect(isBackwards(between("InProgress", "Succeeded"))).toBe(false);
  expect(isBackwards(between("Succeeded", "Failed"))).toBe(false);
});

function seen(status: string | undefined, atMs: number) {
  return { status, askedAtMs: atMs, atMs };
}

function between(from: string, to: string): Transition {
  return { from, to, seenAtMs: 0, uncertaintyMs: 0 };
}
