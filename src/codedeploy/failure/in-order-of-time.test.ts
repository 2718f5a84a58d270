import { expect, test } from "vitest";
import { inOrderOfTime } from "./in-order-of-time.ts";

test("what happened first stands first, and what has no time last, in its order", () => {
  const facts = [
    { name: "health", atMs: undefined },
    { name: "alarm", atMs: 300 },
    { name: "other", atMs: undefined },
    { name: "tasks", atMs: 100 },
    { name: "hook", atMs: 100 },
  ];
  expect(inOrderOfTime(facts).map(({ name }) => name)).toEqual(["tasks", "hook", "alarm", "health", "other"]);
});
