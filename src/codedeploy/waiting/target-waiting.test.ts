import { describe, expect, test } from "vitest";
import { makeEvent, makeTarget } from "../../../testing/make-target.ts";
import type { Deployment } from "../deployment/deployment.ts";
import type { TargetFacts } from "../targets/target.ts";
import { targetWaitWords } from "./target-wait-words.ts";
import { targetWaiting } from "./target-waiting.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const ECS: TargetFacts = { kind: "ecs", taskSets: [] };

const running = (name: string, startMs?: number, facts: TargetFacts = { kind: "instance" }) =>
  makeTarget({ status: "InProgress", events: [makeEvent(name, { status: "InProgress", startMs })], facts });

describe("a deployment waits for", () => {
  const done = makeTarget({
    status: "Succeeded",
    facts: ECS,
    events: [
      makeEvent("AllowTraffic", { endMs: 50 }),
      makeEvent("AfterAllowTraffic", { startMs: 50, endMs: 90 }),
    ],
  });
  const ecs: Deployment = {
    status: "InProgress",
    computePlatform: "ECS",
    blueGreenDeploymentConfiguration: {
      terminateBlueInstancesOnDeploymentSuccess: { action: "TERMINATE", terminationWaitTimeInMinutes: 5 },
    },
  };

  test("the end of ECS's termination wait, counted from the last event, though AWS sets no flag", () => {
    expect(targetWaiting(ecs, [done])).toEqual({
      kind: "termination",
      clock: { sinceMs: 90, untilMs: 90 + 5 * MINUTE_MS },
    });
  });

  test("its termination, for a time that is not known, where AWS reports no wait", () => {
    expect(targetWaiting({ ...ecs, blueGreenDeploymentConfiguration: {} }, [done])).toEqual({
      kind: "termination",
      clock: { sinceMs: 90, untilMs: undefined },
    });
  });

  test("no termination while a target goes on, before the targets are known, or where all is kept", () => {
    expect(targetWaiting(ecs, [done, running("Install", 1, ECS)])).toMatchObject({ kind: "tasks" });
    expect(targetWaiting(ecs, [])).toBeUndefined();
    const kept = { terminateBlueInstancesOnDeploymentSuccess: { action: "KEEP_ALIVE" } } as const;
    expect(targetWaiting({ ...ecs, blueGreenDeploymentConfiguration: kept }, [done])).toBeUndefined();
    expect(targetWaiting({ ...ecs, computePlatform: "Lambda" }, [done])).toBeUndefined();
  });

  test.each([
    ["its settings", 90, 90 * MINUTE_MS],
    ["AWS's maximum for ECS", undefined, 120 * HOUR_MS],
  ])("somebody to reroute the traffic, until the wait of %s is over", (_, waitTimeInMinutes, lengthMs) => {
    const option = {
      actionOnTimeout: "STOP_DEPLOYMENT" as const,
      ...(waitTimeInMinutes !== undefined && { waitTimeInMinutes }),
    };
    const ready: Deployment = {
      ...ecs,
      status: "Ready",
      blueGreenDeploymentConfiguration: { deploymentReadyOption: option },
    };
    expect(targetWaiting(ready, [done])).toMatchObject({
      kind: "reroute",
      clock: { sinceMs: 90, untilMs: 90 + lengthMs },
    });
    expect(targetWaiting(ready, [])).toMatchObject({ kind: "reroute", clock: undefined });
  });

  test("CodeDeploy to go on by itself, without a limit after which it stops", () => {
    const option = { actionOnTimeout: "CONTINUE_DEPLOYMENT" as const, waitTimeInMinutes: 30 };
    const ready: Deployment = {
      ...ecs,
      status: "Ready",
      blueGreenDeploymentConfiguration: { deploymentReadyOption: option },
    };
    const wait = targetWaiting(ready, [done]);
    expect(wait?.clock).toEqual({ sinceMs: 90, untilMs: undefined });
    expect(wait && JSON.stringify(targetWaitWords(wait, "target"))).not.toMatch(/stops|ends/);
  });

  test.each(["Created", "Queued"] as const)("its start while it is %s, since it was created", (status) => {
    const createTime = Date.UTC(2026, 9, 21);
    expect(targetWaiting({ status, createTime }, [])?.clock).toEqual({
      sinceMs: createTime,
      untilMs: undefined,
    });
    expect(targetWaiting({ status, createTime: 0 }, [])?.clock).toBeUndefined();
  });

  test("the target that waits longest, together with those that wait for the same", () => {
    const fleet = [
      { ...running("AllowTraffic", 1), id: "a" },
      { ...running("ValidateService", 30), id: "b" },
      { ...running("ValidateService", 20), id: "c" },
      { ...running("Install"), id: "d" },
    ];
    expect(targetWaiting({ status: "InProgress" }, fleet)).toMatchObject({
      kind: "script",
      event: "ValidateService",
      clock: { sinceMs: 20 },
      targetIds: ["b", "c"],
    });
  });

  test.each(["Succeeded", "Failed", "Stopped"] as const)("nothing when it is %s", (status) => {
    expect(targetWaiting({ ...ecs, status }, [done, running("Install", 1)])).toBeUndefined();
  });
});
