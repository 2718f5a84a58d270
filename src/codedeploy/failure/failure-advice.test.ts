import { describe, expect, test } from "vitest";
import type { FailedDeployment } from "./failure-advice.ts";
import { failureAdvice } from "./failure-advice.ts";
import { failurePattern } from "./failure-pattern.ts";
import { makeEvent, makeTarget } from "../../../testing/make-target.ts";
import type { Diagnostics, LifecycleEvent } from "../targets/lifecycle-event.ts";
import type { Target } from "../targets/target.ts";
import { noLogWords, successWords } from "./diagnostics.ts";
import { targetFailure } from "./target-failure.ts";

const SILENT = "CodeDeploy agent was not able to receive the lifecycle event. Check the agent logs.";

/** The advice for a target whose last event failed, as the page makes it. */
function advice(members: Partial<Target>, deployment: FailedDeployment = { status: "Failed" }) {
  const target = makeTarget({ status: "Failed", ...members });
  const failure = targetFailure(target);
  if (!failure) throw new Error("The target did not fail.");
  return failureAdvice(failure, target, deployment);
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
    expect(advice({ events: [quiet] }).meaning).toContain(
      "did not come for this event, nor for one before it",
    );
    expect(advice({ events: [done, quiet] }).meaning).toContain(
      "ran earlier events and did not come for this one",
    );
    const fleet = [makeTarget({ status: "Failed", events: [done, quiet] })];
    expect(failurePattern({ status: "Failed" }, fleet, 1)).not.toBe("agent-silent");
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
    ["ecs", "AllowTraffic", "does this step itself"],
    ["lambda", "AllowTraffic", "does this step itself"],
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

const success = (message = "Succeeded", scriptName?: string) =>
  makeEvent("X", {
    status: "Succeeded",
    diagnostics: { errorCode: "Success", scriptName, message, logTail: undefined },
  });

describe("an event that did not fail", () => {
  test("is said to have run a script only where AWS names one", () => {
    expect(successWords(success("Succeeded", "bin/x"), "script")).toBe(
      "The script ran and reported success.",
    );
    expect(successWords(success(), "script")).not.toContain("script ran");
    expect(successWords(success(), "agent")).toContain("This event has no script.");
    expect(successWords(success("CompletedNoopCommand"), "script")).toContain("has no script for this event");
    expect(successWords(makeEvent("X"), "script")).toBeUndefined();
  });

  test.each([
    ["Pending", "script", "has not begun"],
    ["Skipped", "script", "was skipped"],
    ["InProgress", "script", "when it has ended"],
    ["Succeeded", "script", "AWS has no log of this event."],
    ["Succeeded", "agent", "This event has no script"],
    ["Failed", "load-balancer", "This event has no script"],
    ["Failed", "hook", "CloudWatch"],
    ["Failed", "tasks", "This event has no script"],
    ["Failed", "unknown", "AWS sends no log"],
  ] as const)("and one that is %s, done by %s, says why it has no log", (status, doer, words) => {
    expect(noLogWords(makeEvent("X", { status }), doer)).toContain(words);
  });
});
