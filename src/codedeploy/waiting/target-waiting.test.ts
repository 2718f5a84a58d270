import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Deployment } from "../deployment/deployment.ts";
import { eventWait } from "./event-wait.ts";
import { makeEvent, makeTarget } from "../../../testing/make-target.ts";
import type { TargetFacts } from "../targets/target.ts";
import { happeningWords } from "./happening.ts";
import { targetWaitWords } from "./target-wait-words.ts";
import { movedPercent } from "../traffic/traffic-moved.ts";
import { targetWaiting } from "./target-waiting.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const ECS: TargetFacts = { kind: "ecs", taskSets: [] };
const LAMBDA: TargetFacts = { kind: "lambda", lambdaFunction: {} };

const running = (name: string, startMs?: number, facts: TargetFacts = { kind: "instance" }) =>
  makeTarget({ status: "InProgress", events: [makeEvent(name, { status: "InProgress", startMs })], facts });

describe("a target in progress waits for", () => {
  test("a script, an hour at most", () => {
    expect(eventWait(running("ValidateService", 5))).toEqual({
      kind: "script",
      event: "ValidateService",
      clock: { sinceMs: 5, untilMs: 5 + HOUR_MS },
    });
  });

  test.each([
    ["ECS", ECS],
    ["Lambda", LAMBDA],
  ])("the hook function of %s, which has an hour to call back", (_, facts) => {
    expect(eventWait(running("BeforeAllowTraffic", 5, facts))).toMatchObject({
      kind: "hook",
      clock: { untilMs: 5 + HOUR_MS },
    });
  });

  test.each([
    ["CodeDeploy's own work", "AllowTraffic", "step"],
    ["an event that nobody knows", "BeforeLunch", "event"],
  ])("%s, which has no limit", (_, event, kind) => {
    const clock = { sinceMs: 5, untilMs: undefined };
    expect(eventWait(running(event, 5, ECS))).toEqual({ kind, event, clock });
    expect(eventWait(running(event, 5))).toEqual({ kind, event, clock });
  });

  test.each(["DownloadBundle", "Install"])("the agent, which does %s itself", (name) => {
    const wait = eventWait(running(name, 5));
    expect(wait).toMatchObject({ kind: "agent", clock: { untilMs: 5 + HOUR_MS } });
    expect(wait && targetWaitWords({ ...wait, targetIds: ["i-1"] }, "instance").what).toContain("agent");
  });

  test("the tasks of a replacement task set, with how many run", () => {
    const taskSets = [
      { taskSetLabel: "Blue", trafficWeight: 100, desiredCount: 3, runningCount: 3 },
      { taskSetLabel: "Green", trafficWeight: 0, desiredCount: 3, runningCount: 1 },
    ] as const;
    const wait = eventWait(running("Install", 5, { kind: "ecs", taskSets: [...taskSets] }));
    expect(wait).toMatchObject({ kind: "tasks", tasks: { running: 1, desired: 3 } });
    expect(wait && targetWaitWords({ ...wait, targetIds: ["a:b"] }, "service").what).toContain(
      "1 of 3 tasks running",
    );
  });

  test("the agent to begin the next event, five minutes after the one before", () => {
    const events = [
      makeEvent("Install", { status: "Succeeded", startMs: 1, endMs: 9 }),
      makeEvent("AfterInstall"),
    ];
    expect(eventWait(makeTarget({ status: "InProgress", events }))).toEqual({
      kind: "begin",
      event: "AfterInstall",
      clock: { sinceMs: 9, untilMs: 9 + 5 * MINUTE_MS },
    });
  });

  test("CodeDeploy to begin what the agent has no part in, without the agent's limit", () => {
    const events = [
      makeEvent("ValidateService", { status: "Succeeded", startMs: 1, endMs: 9 }),
      makeEvent("AllowTraffic"),
    ];
    expect(eventWait(makeTarget({ status: "InProgress", events }))).toEqual({
      kind: "next",
      event: "AllowTraffic",
      clock: { sinceMs: 9, untilMs: undefined },
    });
  });

  test("nothing once an event has failed that ends the target, and for the next one after one that may be ignored", () => {
    const after = (name: string) => [
      makeEvent(name, { status: "Failed", startMs: 1, endMs: 9 }),
      makeEvent("AfterInstall"),
    ];
    expect(eventWait(makeTarget({ status: "InProgress", events: after("Install") }))).toBeUndefined();
    expect(eventWait(makeTarget({ status: "InProgress", events: after("ApplicationStop") }))?.kind).toBe(
      "begin",
    );
  });

  test("something since a moment that is not known", () => {
    expect(eventWait(running("ValidateService"))).toMatchObject({ kind: "script", clock: undefined });
    const unbegun = makeTarget({ status: "InProgress", events: [makeEvent("ApplicationStop")] });
    expect(eventWait(unbegun)).toMatchObject({ kind: "begin", clock: undefined });
  });

  test.each(["Pending", "Succeeded", "Failed", undefined])("nothing when it is %s", (status) => {
    expect(eventWait({ ...running("Install", 5), status })).toBeUndefined();
  });
});

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

/** Any target of a service or function, at any event and with any weights. */
const anyTarget = fc
  .record({
    name: fc.constantFrom(
      "BeforeInstall",
      "Install",
      "BeforeAllowTraffic",
      "AllowTraffic",
      "AllowTestTraffic",
    ),
    isLambda: fc.boolean(),
    weight: fc.constantFrom(0, 10, 40, 100, undefined),
  })
  .map(({ name, isLambda, weight }) =>
    running(
      name,
      5,
      isLambda
        ? {
            kind: "lambda",
            lambdaFunction: weight === undefined ? {} : { targetVersionWeight: weight / 100 },
          }
        : {
            kind: "ecs",
            taskSets: [
              { taskSetLabel: "Blue" as const, ...(weight !== undefined && { trafficWeight: 100 - weight }) },
              { taskSetLabel: "Green" as const, ...(weight !== undefined && { trafficWeight: weight }) },
            ],
          },
    ),
  );

test("what is said of traffic in progress is where its weights are, and never that it moves", () => {
  fc.assert(
    fc.property(anyTarget, fc.constantFrom("ECS", "Lambda", "Server"), (target, computePlatform) => {
      const deployment: Deployment = { status: "InProgress", computePlatform };
      const wait = targetWaiting(deployment, [target]);
      const words = [happeningWords(deployment).now, wait && targetWaitWords(wait, "target").what].join(" ");
      expect(words).not.toMatch(/traffic moves|moves? (?:the )?traffic/i);
      const percent = movedPercent([target]);
      expect(words.includes("No traffic has moved.")).toBe(percent === 0);
      expect(words.includes("All traffic is on the replacement.")).toBe(percent === 100);
      if (percent === 10 || percent === 40) expect(words).toContain(`gets ${percent} % of the traffic`);
    }),
  );
});

test("every wait is for the one who does its event, with the limit of that one", () => {
  const events = fc.constantFrom(
    "ApplicationStop",
    "DownloadBundle",
    "Install",
    "AllowTraffic",
    "BeforeAllowTraffic",
    "X",
  );
  const kinds = fc.constantFrom<TargetFacts>({ kind: "instance" }, ECS, LAMBDA);
  fc.assert(
    fc.property(events, kinds, fc.option(fc.nat(1_000), { nil: undefined }), (name, facts, startMs) => {
      const wait = targetWaiting({ status: "InProgress" }, [running(name, startMs, facts)]);
      if (!wait) throw new Error("A running event is waited for.");
      const { what, limit = "", unknown = "", advice = "" } = targetWaitWords(wait, "target");
      const words = `${what} ${limit} ${unknown} ${advice}`;
      if (facts.kind !== "instance") expect(words).not.toMatch(/agent|script|instance/);
      if (facts.kind === "instance") expect(words).not.toMatch(/hook|task|Lambda/);
      if (name === "AllowTraffic" || name === "X")
        expect(words).not.toMatch(/hour|minutes|hook|script|agent/);
      expect(limit === "" || limit.endsWith(":")).toBe(true);
    }),
  );
});

test.each([
  ["CodeDeployDefault.AllAtOnce", "all instances at once"],
  ["CodeDeployDefault.OneAtATime", "one instance at a time"],
  ["my-half", "to the instances, as long as"],
  [undefined, "to the instances, as long as"],
])("how CodeDeploy goes about instances is told by the configuration: %s", (name, words) => {
  const deployment: Deployment = {
    status: "InProgress",
    computePlatform: "Server",
    ...(name !== undefined && { deploymentConfigName: name }),
  };
  expect(happeningWords(deployment).now).toContain(words);
});

test.each<[string, Deployment, string]>([
  ["outdated instances only", { updateOutdatedInstancesOnly: true }, "deploys to the instances"],
  ["an instance that Auto Scaling launched", { creator: "autoscaling" }, "deploys to the instances"],
  ["a restart", { deploymentMode: "RESTART" }, "restarts the application on all instances at once"],
])("all instances are named only where all are meant: %s", (_, members, words) => {
  const deployment: Deployment = {
    status: "InProgress",
    computePlatform: "Server",
    deploymentConfigName: "CodeDeployDefault.AllAtOnce",
    ...members,
  };
  expect(happeningWords(deployment).now).toContain(words);
});

test.each(["KEEP_ALIVE", "TERMINATE", undefined] as const)(
  "the termination of ECS's original is announced only where the settings have one: %s",
  (action) => {
    const deployment: Deployment = {
      status: "InProgress",
      computePlatform: "ECS",
      blueGreenDeploymentConfiguration: {
        terminateBlueInstancesOnDeploymentSuccess: {
          ...(action && { action }),
          terminationWaitTimeInMinutes: 5,
        },
      },
    };
    expect(happeningWords(deployment).next !== undefined).toBe(action === "TERMINATE");
  },
);
