import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isAnswer, isTargetsState } from "./shared-answer.ts";
import { messageFrom } from "./tab-channel.ts";

const MESSAGE = { topic: "deployment", askedAtMs: 1, atMs: 2, nextInMs: 5_000, body: undefined };

test("a message of this version is heard as it was sent", () => {
  expect(messageFrom({ version: 1, ...MESSAGE })).toEqual(MESSAGE);
});

test.each([
  ["another version", { version: 2, ...MESSAGE }],
  ["no version", MESSAGE],
  ["a time that is none", { version: 1, ...MESSAGE, atMs: Number.NaN }],
  ["a time in words", { version: 1, ...MESSAGE, askedAtMs: "1" }],
  ["no topic", { version: 1, ...MESSAGE, topic: undefined }],
])("a message with %s is not", (_, data) => {
  expect(messageFrom(data)).toBeUndefined();
});

test("an answer has a deployment with a status of text, or none", () => {
  const answer = { deployment: { status: "InProgress" }, raw: {} };
  expect(isAnswer(answer)).toBe(true);
  expect(isAnswer({ deployment: {}, raw: null })).toBe(true);
  expect(isAnswer({ deployment: { status: 1 }, raw: {} })).toBe(false);
  expect(isAnswer({ deployment: [], raw: {} })).toBe(false);
});

test("targets have ids, entries, and what is settled", () => {
  const state = {
    list: { stage: "listed", ids: ["i-1"], entries: new Map([["i-1", { kind: "unread" }]]) },
    settled: new Set(),
    missing: new Set(),
  };
  expect(isTargetsState(state)).toBe(true);
  expect(isTargetsState({ ...state, settled: [] })).toBe(false);
  expect(isTargetsState({ ...state, list: { ids: [1], entries: new Map() } })).toBe(false);
  expect(isTargetsState({ ...state, list: { ids: [], entries: new Map([["i", null]]) } })).toBe(false);
});

test("anything else that comes over the line is refused without a throw", () => {
  fc.assert(
    fc.property(fc.anything(), (data) => {
      expect(messageFrom(data)).toBeUndefined();
      expect(isTargetsState(data)).toBe(false);
    }),
  );
});
