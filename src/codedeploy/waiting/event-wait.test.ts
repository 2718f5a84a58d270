import { describe, expect, test } from "vitest";
import { makeEvent, makeTarget } from "../../../testing/make-target.ts";
import type { TargetFacts } from "../targets/target.ts";
import { eventWait } from "./event-wait.ts";
import { targetWaitWords } from "./target-wait-words.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const ECS: TargetFacts = { kind: "ecs", taskSets: [] };
const LAMBDA: TargetFacts = { kind: "lambda", lambdaFunction: {} };

const running = (name: string, startMs?: number, facts: TargetFacts = { kind: "instance" }) =>
  makeTarget({ status: "InProgress", events: [makeEvent(name, { status: "InProgress", startMs })], facts });

const after = (name: string) => [
  makeEvent(name, { status: "Failed", startMs: 1, endMs: 9 }),
  makeEvent("AfterInstall"),
];

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
