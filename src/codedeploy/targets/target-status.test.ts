import { describe, expect, test } from "vitest";
import { targetStatusFacts } from "./target-status.ts";

describe("the status of a target or an event", () => {
  test.each([
    ["Pending", "pending", "neutral", false],
    ["InProgress", "in progress", "run", false],
    ["Succeeded", "succeeded", "ok", true],
    ["Failed", "failed", "fail", true],
    ["Skipped", "skipped", "stop", true],
    ["Ready", "ready", "wait", false],
    ["Unknown", "unknown to AWS", "neutral", false],
  ])("%s: %s", (status, word, tone, isFinal) => {
    expect(targetStatusFacts(status)).toEqual({ word, tone, isFinal });
  });

  test.each(["Paused", "toString"])("that nobody knows is shown as AWS wrote it: %s", (status) => {
    expect(targetStatusFacts(status)).toEqual({ word: status, tone: "neutral", isFinal: false });
  });

  test("that AWS did not send is not taken for pending", () => {
    expect(targetStatusFacts(undefined).word).toBe("not reported");
  });
});
