import { describe, expect, test } from "vitest";
import { makeEvent, makeTarget } from "../../../testing/make-target.ts";
import type { Target } from "../targets/target.ts";
import type { FailurePattern } from "./failure-pattern.ts";
import { failurePattern, patternFacts } from "./failure-pattern.ts";

const skipped = makeTarget({ status: "Skipped", events: [makeEvent("Install", { status: "Skipped" })] });
const succeeded = makeTarget({ status: "Succeeded" });

function failed(message: string): Target {
  const diagnostics = { errorCode: "UnknownError", scriptName: undefined, message, logTail: undefined };
  return makeTarget({
    status: "Failed",
    events: [makeEvent("ApplicationStop", { status: "Failed", startMs: 1, endMs: 2, diagnostics })],
  });
}

// In the words of AWS's troubleshooting page.
const silent = failed("CodeDeploy agent was not able to receive the lifecycle event. Check the agent logs.");

describe("the pattern in the failures of all targets", () => {
  test.each<[FailurePattern, Target[]]>([
    ["all-instances-skipped", [skipped, skipped]],
    ["all-skipped", [{ ...skipped, facts: { kind: "lambda", lambdaFunction: {} } }]],
    ["agent-silent", [silent, silent, succeeded]],
    ["all-alike", [failed("disk full"), failed("disk full")]],
  ])("%s", (pattern, targets) => {
    expect(failurePattern({ status: "Failed" }, targets, targets.length)).toBe(pattern);
    expect(patternFacts(pattern).nextStep).toMatch(/\.$/);
  });

  test.each<[string, Target[]]>([
    ["different failures", [failed("disk full"), silent]],
    ["a failure among successes", [failed("disk full"), succeeded]],
    ["no targets", []],
    ["targets that failed without a word of their agents", [makeTarget({ status: "Failed" })]],
    [
      "a silent ECS service, which has no agent",
      [makeTarget({ status: "Failed", facts: { kind: "ecs", taskSets: [] } })],
    ],
  ])("is not seen in %s", (_, targets) => {
    expect(failurePattern({ status: "Failed" }, targets, targets.length)).toBeUndefined();
  });

  test.each(["InProgress", "Succeeded"] as const)("is not looked for while it is %s", (status) => {
    expect(failurePattern({ status }, [silent, silent], 2)).toBeUndefined();
  });

  test("skipped targets of a stopped deployment were just not begun yet", () => {
    expect(failurePattern({ status: "Stopped" }, [skipped], 1)).toBeUndefined();
  });

  test("is not seen in a part of a fleet that is still being read", () => {
    expect(failurePattern({ status: "Failed" }, [silent, silent], 3)).toBeUndefined();
  });

  test("is not seen in what the stop of the deployment cut off", () => {
    const cut = makeTarget({
      status: "Failed",
      events: [makeEvent("Install", { status: "Failed", endMs: 9 })],
    });
    expect(failurePattern({ status: "Stopped", completeTime: 10 }, [cut, cut], 2)).toBeUndefined();
    expect(failurePattern({ status: "Failed", completeTime: 10 }, [cut, cut], 2)).toBe("all-alike");
  });
});
