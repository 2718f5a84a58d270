import { describe, expect, test } from "vitest";
import type { FailurePattern } from "./failure-advice.ts";
import { failurePattern, patternFacts } from "./failure-advice.ts";
import { makeEvent, makeTarget } from "../../../testing/make-target.ts";
import type { Target } from "../targets/target.ts";

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
    ["all-skipped", [skipped, skipped]],
    ["agent-silent", [silent, silent, succeeded]],
    ["agent-silent", [makeTarget({ status: "Failed" })]],
    ["all-alike", [failed("disk full"), failed("disk full")]],
  ])("%s", (pattern, targets) => {
    expect(failurePattern({ status: "Failed" }, targets)).toBe(pattern);
    expect(patternFacts(pattern).nextStep).toMatch(/\.$/);
  });

  test.each<[string, Target[]]>([
    ["different failures", [failed("disk full"), silent]],
    ["a failure among successes", [failed("disk full"), succeeded]],
    ["no targets", []],
    [
      "a silent ECS service, which has no agent",
      [makeTarget({ status: "Failed", facts: { kind: "ecs", taskSets: [] } })],
    ],
  ])("is not seen in %s", (_, targets) => {
    expect(failurePattern({ status: "Failed" }, targets)).toBeUndefined();
  });

  test.each(["InProgress", "Succeeded"] as const)("is not looked for while it is %s", (status) => {
    expect(failurePattern({ status }, [silent, silent])).toBeUndefined();
  });

  test("skipped targets of a stopped deployment were just not begun yet", () => {
    expect(failurePattern({ status: "Stopped" }, [skipped])).toBeUndefined();
  });
});
