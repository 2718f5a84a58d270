import { describe, expect, test } from "vitest";
import type { Deployment } from "../deployment/deployment.ts";
import type { Target } from "../targets/target.ts";
import { comparedEvents, slowerWords } from "./compared-events.ts";
import { comparedSettings } from "./compared-settings.ts";
import { comparedTargets } from "./compared-targets.ts";

const BOTH = "DEPLOYMENT_FAILURE, DEPLOYMENT_STOP_ON_ALARM";
const AT = Date.UTC(2026, 9, 21);

/** @param events how many seconds each took; `undefined` for one without times */
function target(id: string, events: Record<string, number | undefined>, status = "Succeeded"): Target {
  return {
    id,
    status,
    label: undefined,
    lastUpdatedMs: undefined,
    arn: undefined,
    facts: { kind: "instance" },
    events: Object.entries(events).map(([name, seconds]) => ({
      name,
      status: "Succeeded",
      startMs: seconds === undefined ? undefined : AT,
      endMs: seconds === undefined ? undefined : AT + seconds * 1_000,
      diagnostics: undefined,
    })),
  };
}

describe("the lifecycle events of two deployments", () => {
  const before = [target("i-1", { Install: 10, Start: 5 }), target("i-2", { Install: 20, Start: 5 })];
  const after = [
    target("i-1", { Install: 10, Start: 65, Check: 3 }),
    target("i-3", { Install: undefined, Start: 75 }),
  ];

  test("have the median of each over the targets whose times are known", () => {
    expect(comparedEvents(before, after)).toEqual([
      {
        name: "Install",
        before: { medianMs: 15_000, targets: 2 },
        after: { medianMs: 10_000, targets: 1 },
        longerByMs: -5_000,
      },
      {
        name: "Start",
        before: { medianMs: 5_000, targets: 2 },
        after: { medianMs: 70_000, targets: 2 },
        longerByMs: 65_000,
      },
      { name: "Check", before: undefined, after: { medianMs: 3_000, targets: 1 }, longerByMs: undefined },
    ]);
  });

  test("say which step got slower most", () => {
    expect(slowerWords(comparedEvents(before, after))).toBe(
      "Start got slower most: 1m 10s after 5s, as the median of 2 targets or more.",
    );
  });

  test.each<[string, Target[], Target[]]>([
    ["No step took longer by two seconds or more.", before, before],
    ["No step took longer by two seconds or more.", [target("i-1", { A: 5 })], [target("i-1", { A: 6 })]],
    ["AWS reports no lifecycle event with its times for both.", [], after],
    [
      "AWS reports no lifecycle event with its times for both.",
      [target("i-1", { A: 5 })],
      [target("i-1", { B: 9 })],
    ],
  ])("say otherwise: %s", (words, earlier, later) => {
    expect(slowerWords(comparedEvents(earlier, later))).toBe(words);
  });

  test("differ by what lies between the durations that are shown", () => {
    const [event] = comparedEvents([target("i-1", { A: 12.9 })], [target("i-1", { A: 15 })]);
    expect(event).toMatchObject({ longerByMs: 3_000 });
    expect(slowerWords(event ? [event] : [])).toBe("A got slower most: 15s after 12s.");
  });

  test("leave out an end before its start", () => {
    expect(comparedEvents([target("i-1", { A: -5 })], [target("i-1", { A: 5 })])[0]).toMatchObject({
      before: undefined,
      longerByMs: undefined,
    });
  });
});

describe("the settings of two deployments", () => {
  test("are every member that is no outcome, one that nobody knows yet too", () => {
    const before: Deployment = {
      deploymentId: "d-1",
      status: "Failed",
      createTime: AT,
      deploymentConfigName: "CodeDeployDefault.OneAtATime",
      autoRollbackConfiguration: {
        enabled: true,
        events: ["DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_FAILURE"],
      },
      targetInstances: { tagFilters: [] },
    };
    const after: Deployment & { toCome: object } = {
      ...before,
      deploymentId: "d-2",
      status: "Succeeded",
      deploymentConfigName: "CodeDeployDefault.AllAtOnce",
      autoRollbackConfiguration: {
        enabled: false,
        events: ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"],
      },
      deploymentMode: "RESTART",
      toCome: { deep: 1 },
    };
    expect(comparedSettings(before, after)).toEqual([
      { name: "autoRollbackConfiguration.enabled", before: "true", after: "false" },
      { name: "autoRollbackConfiguration.events", before: BOTH, after: BOTH },
      {
        name: "deploymentConfigName",
        before: "CodeDeployDefault.OneAtATime",
        after: "CodeDeployDefault.AllAtOnce",
      },
      { name: "deploymentMode", before: undefined, after: "RESTART" },
      { name: "targetInstances.tagFilters", before: "none", after: "none" },
      { name: "toCome.deep", before: undefined, after: "1" },
    ]);
  });
});

test("the targets of two deployments are told apart by their ids, and by their statuses where both have them", () => {
  expect(
    comparedTargets(
      [target("i-1", {}), target("i-2", {}), target("i-3", {})],
      [target("i-2", {}, "Failed"), target("i-3", {}), target("i-4", {})],
    ),
  ).toEqual({
    inBoth: 2,
    onlyBefore: ["i-1"],
    onlyAfter: ["i-4"],
    changed: [{ id: "i-2", before: "Succeeded", after: "Failed" }],
  });
});
