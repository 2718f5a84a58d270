import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeEvent, makeTarget } from "../../../testing/make-target.ts";
import type { Diagnostics } from "../targets/lifecycle-event.ts";
import type { Target } from "../targets/target.ts";
import { failureAdvice } from "./failure-advice.ts";
import type { FailureGroup } from "./failure-groups.ts";
import { failureGroups, failureHeadline, groupTitle, outcomeWords } from "./failure-groups.ts";
import { targetFailure } from "./target-failure.ts";

function diagnostics(exitCode = 1, script = "validate.sh"): Diagnostics {
  return {
    errorCode: "ScriptFailed",
    scriptName: script,
    message: `Script at specified location: ${script} failed with exit code ${exitCode}`,
    logTail: undefined,
  };
}

function failed(id: string, atMs: number | undefined, own: Diagnostics | undefined = diagnostics()): Target {
  const events = [
    makeEvent("Install", { status: "Succeeded", startMs: 1, endMs: 2 }),
    makeEvent("ValidateService", { status: "Failed", startMs: atMs, endMs: atMs, diagnostics: own }),
    makeEvent("AfterAllowTraffic", { status: "Skipped" }),
  ];
  return makeTarget({ id, status: "Failed", events });
}

function withParticulars(id: string, second: number): Diagnostics {
  return { ...diagnostics(), message: `2026-11-22T14:02:0${second}Z ${id} (10.0.0.${second}): timed out` };
}

function goingOnAfter(name: string): Target {
  return makeTarget({ status: "InProgress", events: [makeEvent(name, { status: "Failed" })] });
}

const FAILED = { status: "Failed" } as const;
const succeeded = makeTarget({ id: "fine", status: "Succeeded" });

describe("equal failures", () => {
  test("are one, with their targets in the order in which they failed", () => {
    expect(failureGroups([failed("b", 20), succeeded, failed("a", 10)])).toMatchObject([
      { targetIds: ["a", "b"], firstAtMs: 10, order: "only", isEveryTarget: false },
    ]);
  });

  test("of every target are told to be so, but not of the only one", () => {
    expect(failureGroups([failed("a", 1), failed("b", 2)])).toMatchObject([{ isEveryTarget: true }]);
    expect(failureGroups([failed("a", 1)])).toMatchObject([{ isEveryTarget: false }]);
  });

  test("are equal though their messages name instance, address and time", () => {
    const fleet = [
      failed("a", 1, withParticulars("i-0a1b2c3d4e5f60718", 1)),
      failed("b", 2, withParticulars("i-0ffffffffffffffff", 2)),
    ];
    expect(failureGroups(fleet)).toMatchObject([{ isVaried: true }]);
    expect(failureGroups([failed("a", 1), failed("b", 2)])).toMatchObject([{ isVaried: false }]);
  });

  test.each([
    ["exit code", diagnostics(2)],
    ["script", diagnostics(1, "start.sh")],
    ["error code", { ...diagnostics(), errorCode: "ScriptTimedOut" }],
    ["lack of diagnostics", undefined],
  ])("differ by %s", (_, other) => {
    const odd = failed("b", 2);
    const [install, validate, ...rest] = odd.events;
    if (!install || !validate) throw new Error("The fixture has two events.");
    const events = [install, { ...validate, diagnostics: other }, ...rest];
    expect(failureGroups([failed("a", 1), { ...odd, events }])).toHaveLength(2);
  });
});

describe("what failed first", () => {
  test("is told from what followed and from what has no time", () => {
    const groups = failureGroups([
      failed("timeless", undefined, diagnostics(3)),
      failed("late", 20, diagnostics(2)),
      failed("early", 10),
    ]);
    expect(groups.map(({ targetIds, order }) => [targetIds[0], order])).toEqual([
      ["early", "first"],
      ["late", "later"],
      ["timeless", "unknown"],
    ]);
  });
});

describe("a target that failed", () => {
  test("without any event begun shows the pattern of a silent agent", () => {
    const target = makeTarget({
      status: "Failed",
      lastUpdatedMs: 7,
      events: [
        makeEvent("ApplicationStop", { status: "Skipped" }),
        makeEvent("Install", { status: "Skipped" }),
      ],
    });
    const failure = targetFailure(target);
    expect(failure).toEqual({ kind: "nothing-began", atMs: 7 });
    const ecs = makeTarget({ facts: { kind: "ecs", taskSets: [] } });
    expect(failure && failureAdvice(failure, target, FAILED).nextStep).toContain("codedeploy-agent");
    expect(failure && failureAdvice(failure, ecs, FAILED).nextStep).not.toContain("codedeploy-agent");
  });

  test("though no event of it did is said to be unexplained", () => {
    const events = [makeEvent("Install", { status: "Succeeded" })];
    expect(targetFailure(makeTarget({ status: "Failed", events }))?.kind).toBe("unexplained");
  });

  test("failed at the last failed event: one before it was ignored", () => {
    const events = [
      makeEvent("ApplicationStop", { status: "Failed" }),
      makeEvent("Install", { status: "Failed" }),
    ];
    expect(targetFailure(makeTarget({ status: "Failed", events }))).toMatchObject({ event: "Install" });
  });

  test("counts while it goes on, unless the failure may be ignored", () => {
    expect(targetFailure(goingOnAfter("Install"))).toMatchObject({ event: "Install" });
    expect(targetFailure(goingOnAfter("ApplicationStop"))).toBeUndefined();
  });
});

test("groups hold every failed target exactly once", () => {
  const target = fc.record({
    status: fc.constantFrom("Failed", "Succeeded", "InProgress", undefined),
    exitCode: fc.integer({ min: 1, max: 3 }),
    atMs: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(target, { maxLength: 30 }), (fleet) => {
      const targets = fleet.map(({ status, exitCode, atMs }, index) => ({
        ...failed(String(index), atMs, diagnostics(exitCode)),
        status,
      }));
      const grouped = failureGroups(targets).flatMap(({ targetIds }) => targetIds);
      const expected = targets.filter((own) => targetFailure(own)).map(({ id }) => id);
      expect(grouped.toSorted()).toEqual(expected.toSorted());
    }),
  );
});

const failedAt = (event: string, count: number): FailureGroup => ({
  key: event,
  failure: {
    kind: "event",
    event,
    diagnostics: undefined,
    atMs: undefined,
    lengthMs: undefined,
    hasAgentAnswered: false,
  },
  targetIds: Array.from({ length: count }, (_, index) => `i-${index}`),
  firstAtMs: undefined,
  order: "unknown",
  isEveryTarget: false,
  isVaried: false,
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
    expect(failureHeadline(groups, total, "instance", FAILED)).toBe(words);
  });

  test("of a stop says where it cut targets off, and what had failed before it", () => {
    const stopped = { status: "Stopped", completeTime: 3_600_000 } as const;
    const cutOff = failedAt("AllowTraffic", 2);
    expect(failureHeadline([cutOff], 4, "instance", stopped)).toBe(
      "Stopped at AllowTraffic on 2 of 4 instances",
    );
    expect(groupTitle(cutOff, 4, "instance", stopped)).toBe("AllowTraffic was cut off on 2 of 4 instances");
    const [real] = failureGroups([failed("a", 1)]);
    if (!real) throw new Error("There is a failure.");
    expect(failureHeadline([real, cutOff], 4, "instance", stopped)).toBe(
      "Failed at ValidateService on 1 of 4 instances",
    );
  });
});

test("a group is titled by what failed and on how many", () => {
  expect(groupTitle(failedAt("Install", 1), 1, "target", FAILED)).toBe("Install failed");
  expect(groupTitle(neverBegan(2), 4, "instance", FAILED)).toBe(
    "No lifecycle event began on 2 of 4 instances",
  );
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
    (said) => {
      expect(outcomeWords(said)).toBeUndefined();
    },
  );
});
