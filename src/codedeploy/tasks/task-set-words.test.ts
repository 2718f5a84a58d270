import { expect, test } from "vitest";
import { stabilityWords, taskCountWords } from "./task-set-words.ts";
import { makeTaskSet } from "../../../testing/make-task-set.ts";

test.each([
  [{ desired: 2, pending: 1, running: 1 }, "2 tasks wanted, 1 pending, 1 running"],
  [{ desired: 1, pending: 0, running: 0 }, "1 task wanted, 0 pending, 0 running"],
  [{ running: 3 }, "3 running"],
  [{}, undefined],
])("the counts %j are told as far as ECS sends them", (counts, words) => {
  expect(taskCountWords(makeTaskSet(counts))).toBe(words);
});

test.each([
  ["STEADY_STATE", "Steady"],
  ["STABILIZING", "Not steady"],
  ["TOMORROW", "TOMORROW"],
  ["constructor", "constructor"],
  [undefined, undefined],
])("a task set that is %s is called %s", (stability, words) => {
  expect(stabilityWords(makeTaskSet({ stability }))).toBe(words);
});
