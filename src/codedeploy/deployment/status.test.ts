import { describe, expect, test } from "vitest";
import { isBeforeStart, isFinished, statusFacts } from "./status.ts";

describe("the status of a deployment", () => {
  test.each([
    ["Created", "Created", "wait", false],
    ["Queued", "Queued", "wait", false],
    ["InProgress", "In progress", "run", false],
    ["Baking", "Baking", "wait", false],
    ["Ready", "Ready", "wait", false],
    ["Succeeded", "Succeeded", "ok", true],
    ["Failed", "Failed", "fail", true],
    ["Stopped", "Stopped", "stop", true],
  ])("%s is said as %j", (status, word, tone, hasEnded) => {
    expect(statusFacts(status)).toMatchObject({ word, tone, isFinished: hasEnded, isKnown: true });
    expect(isFinished(status)).toBe(hasEnded);
  });

  test("that succeeds, fails and stops looks different in the tab's title", () => {
    const glyphs = ["Succeeded", "Failed", "Stopped", "InProgress", "Ready"].map(
      (status) => statusFacts(status).glyph,
    );
    expect(new Set(glyphs).size).toBe(glyphs.length);
  });

  test.each(["Paused", "succeeded", "constructor", "__proto__"])(
    "that nobody knows is shown as AWS wrote it and goes on: %s",
    (status) => {
      expect(statusFacts(status)).toMatchObject({ word: status, isFinished: false, isKnown: false });
    },
  );

  test.each([undefined, ""])("that AWS did not send is said to be missing: %j", (status) => {
    expect(statusFacts(status)).toMatchObject({
      word: "Status not reported",
      isFinished: false,
      isKnown: false,
    });
  });
});

test("targets are not asked for before a deployment has started", () => {
  expect(["Created", "Queued"].every(isBeforeStart)).toBe(true);
  expect(
    ["InProgress", "Ready", "Baking", "Failed", "Stopped", "Paused", undefined].some(isBeforeStart),
  ).toBe(false);
});
