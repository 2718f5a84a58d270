import { describe, expect, test } from "vitest";
import type { FailureGroup } from "./failure-groups.ts";
import { failureHeadline, groupTitle, outcomeWords } from "./failure-words.ts";

const failedAt = (event: string, count: number): FailureGroup => ({
  key: event,
  failure: { kind: "event", event, diagnostics: undefined, atMs: undefined },
  targetIds: Array.from({ length: count }, (_, index) => `i-${index}`),
  firstAtMs: undefined,
  order: "unknown",
  isEveryTarget: false,
});
const neverBegan = (count: number): FailureGroup => ({
  ...failedAt("", count),
  key: "nothing-began",
  failure: { kind: "nothing-began", atMs: undefined },
});

describe("the headline of a failure", () => {
  test.each<[string, FailureGroup[], number, string | undefined]>([
    ["nothing", [], 10, undefined],
    ["one event", [failedAt("Install", 2)], 10, "Failed at Install on 2 of 10 instances"],
    [
      "one event, two causes",
      [failedAt("Install", 2), failedAt("Install", 1)],
      10,
      "Failed at Install on 3 of 10 instances",
    ],
    ["the only target", [failedAt("AllowTraffic", 1)], 1, "Failed at AllowTraffic"],
    [
      "several events",
      [failedAt("Install", 2), failedAt("ValidateService", 1)],
      10,
      "Failed at Install first, then elsewhere, on 3 of 10 instances",
    ],
    ["nothing began", [neverBegan(3)], 3, "No lifecycle event began on 3 of 3 instances"],
    ["a mixture", [neverBegan(1), failedAt("Install", 1)], 1_000, "Failed on 2 of 1,000 instances"],
    [
      "more failures than targets listed so far",
      [failedAt("Install", 3)],
      2,
      "Failed at Install on 3 of 3 instances",
    ],
    ["an event without a name", [failedAt("", 1)], 2, "Failed at Unnamed event on 1 of 2 instances"],
  ])("of %s", (_, groups, total, words) => {
    expect(failureHeadline(groups, total, "instance")).toBe(words);
  });
});

test("a group is titled by what failed and on how many", () => {
  expect(groupTitle(failedAt("Install", 1), 1, "target")).toBe("Install failed");
  expect(groupTitle(neverBegan(2), 4, "instance")).toBe("No lifecycle event began on 2 of 4 instances");
});

describe("how a script ended", () => {
  const NOTHING = { errorCode: undefined, scriptName: undefined, message: undefined, logTail: undefined };

  test("is told with its exit code and user", () => {
    const message = "Script at specified location: scripts/a.sh run as user root failed with exit code 22";
    expect(outcomeWords({ ...NOTHING, message })).toBe("scripts/a.sh ended with exit code 22 as root.");
  });

  test("is told with its time-out", () => {
    const message = "Script at specified location: scripts/a.sh failed to complete in 1 seconds";
    expect(outcomeWords({ ...NOTHING, message })).toBe("scripts/a.sh did not end within 1 second.");
  });

  test.each([undefined, NOTHING, { ...NOTHING, message: "anything else" }])(
    "is left out where AWS does not say: %j",
    (diagnostics) => {
      expect(outcomeWords(diagnostics)).toBeUndefined();
    },
  );
});
