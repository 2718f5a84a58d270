import { expect, test } from "vitest";
import { alertMood } from "./alert.ts";

test.each([
  ["Succeeded", "good"],
  ["Failed", "bad"],
  ["Stopped", "bad"],
  ["Ready", "waiting"],
  ["InProgress", undefined],
  ["Baking", undefined],
  ["Paused", undefined],
  ["constructor", undefined],
  [undefined, undefined],
])("news of %s is %s", (to, mood) => {
  expect(alertMood({ from: "InProgress", to, seenAtMs: 0, uncertaintyMs: 0 })).toBe(mood);
});
