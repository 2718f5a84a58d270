import { describe, expect, test } from "vitest";
import type { FailurePattern } from "./failure-advice.ts";
import { failureAdvice, failurePattern, patternFacts } from "./failure-advice.ts";
import { makeEvent, makeTarget } from "../../../testing/make-target.ts";
import type { Diagnostics, LifecycleEvent } from "../targets/lifecycle-event.ts";
import type { Target } from "../targets/target.ts";
import { successWords } from "./diagnostics.ts";
import { targetFailure } from "./target-failure.ts";

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

const SILENT = "CodeDeploy agent was not able to receive the lifecycle event. Check the agent logs.";

/** The advice for a target whose last event failed, as the page makes it. */
function advice(members: Partial<Target>, deploymentStatus = "Failed") {
  const target = makeTarget({ status: "Failed", ...members });
  const failure = targetFailure(target);
  if (!failure) throw new Error("The target did not fail.");
  return failureAdvice(failure, target.facts.kind, deploymentStatus);
}
const failedEvent = (name: string, diagnostics?: Partial<Diagnostics>): LifecycleEvent =>
  makeEvent(name, {
    status: "Failed",
    startMs: 3,
    endMs: 4,
    diagnostics: diagnostics && {
      errorCode: undefined,
      scriptName: undefined,
      message: undefined,
      logTail: undefined,
      ...diagnostics,
    },
  });
const done = makeEvent("BeforeInstall", { status: "Succeeded", startMs: 1, endMs: 2 });

describe("what one failed event means", () => {
  test("an agent that stopped coming is told apart from one that never came", () => {
    const quiet = failedEvent("ApplicationStart", { errorCode: "UnknownError", message: SILENT });
    expect(advice({ events: [quiet] }).meaning).toContain("No lifecycle event began");
    expect(advice({ events: [done, quiet] }).meaning).toContain(
      "ran earlier events and did not come for this one",
    );
    const fleet = [makeTarget({ status: "Failed", events: [done, quiet] })];
    expect(failurePattern({ status: "Failed" }, fleet)).not.toBe("agent-silent");
  });

  test("the agent's own words go before the code's explanation, which never says that there are none", () => {
    const words = (message: string) =>
      advice({ events: [failedEvent("Install", { errorCode: "UnknownError", message })] });
    expect(words("Failing in-progress lifecycle event after an agent restart.").meaning).toContain(
      "restarted",
    );
    expect(words("Words that nobody knows.").meaning).not.toContain("does not say why");
    expect(advice({ events: [failedEvent("Install", { errorCode: "UnknownError" })] }).meaning).toContain(
      "does not say why",
    );
  });

  test("a script of the previous revision has a next step that can help", () => {
    const stop = failedEvent("ApplicationStop", { errorCode: "ScriptFailed", scriptName: "bin/stop" });
    expect(advice({ events: [stop] }).nextStep).toContain("ignore ApplicationStop failures");
  });

  test.each(["AllowTraffic", "BlockTraffic"])(
    "the load balancer's %s sends nobody to the agent's log",
    (name) => {
      const { meaning, nextStep } = advice({ events: [done, failedEvent(name)] });
      expect(meaning).toContain("load balancer");
      expect(nextStep).not.toContain("codedeploy-agent");
    },
  );

  test.each([
    ["ecs", "Install", "tasks"],
    ["ecs", "AllowTraffic", "moves the traffic"],
    ["lambda", "AllowTraffic", "moves the traffic"],
  ] as const)("an event without a hook is explained without one: %s %s", (kind, name, words) => {
    const facts: Target["facts"] = kind === "ecs" ? { kind, taskSets: [] } : { kind, lambdaFunction: {} };
    const { meaning, nextStep } = advice({ facts, events: [failedEvent(name)] });
    expect(meaning).toContain(words);
    expect(meaning + nextStep).not.toMatch(/hook function|Lambda function/);
  });

  test("an event with a hook leads to the hook's log", () => {
    const { nextStep } = advice({
      facts: { kind: "lambda", lambdaFunction: {} },
      events: [failedEvent("BeforeAllowTraffic")],
    });
    expect(nextStep).toContain("PutLifecycleEventHookExecutionStatus");
  });

  test("a code that nobody knows is named", () => {
    const { meaning } = advice({ events: [failedEvent("Install", { errorCode: "BrandNew" })] });
    expect(meaning).toContain("BrandNew");
  });
});

test("success without a script is not a script that ran", () => {
  expect(successWords("Success", undefined)).not.toContain("script ran");
  expect(successWords("Success", "bin/x")).toContain("script ran");
});
