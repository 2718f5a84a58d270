import { describe, expect, test } from "vitest";
import { makeEvent, makeTarget } from "../../../testing/make-target.ts";
import type { Deployment } from "../deployment/deployment.ts";
import type { TargetHealth } from "./target-health.ts";
import { healthGroups, keepsBack, newTargetGroups, ofNewTargets, troubleWords } from "./target-health.ts";

const HEALTHY: TargetHealth = {
  targetId: "i-1",
  state: "healthy",
  reason: undefined,
  description: undefined,
};

function wordsOf(health: Partial<TargetHealth>): string | undefined {
  return healthGroups([{ ...HEALTHY, ...health }])[0]?.words;
}

describe("a target's health in words", () => {
  test.each([
    [
      "unhealthy",
      "Target.ResponseCodeMismatch",
      "answering the health check with a code that it does not accept",
    ],
    ["unhealthy", "Target.Timeout", "not answering the health check in time"],
    [
      "unhealthy",
      "Target.FailedHealthChecks",
      "failing the health checks: no connection, or an answer that cannot be read",
    ],
    ["initial", "Elb.RegistrationInProgress", "being registered"],
    ["initial", "Elb.InitialHealthChecking", "waiting for the first health checks"],
    ["unused", "Target.NotRegistered", "not registered with the target group"],
    ["unused", "Target.InvalidState", "stopped or terminated"],
    ["unused", "Target.IpUnusable", "not usable: its IP address belongs to a load balancer"],
    ["draining", "Target.DeregistrationInProgress", "being deregistered"],
    ["unavailable", "Target.HealthCheckDisabled", "not checked: health checks are off"],
    [
      "unavailable",
      "Elb.InternalError",
      "not checked, because of an internal error of Elastic Load Balancing",
    ],
    ["healthy", undefined, "healthy"],
    ["unhealthy.draining", undefined, "unhealthy and being taken out of use"],
    ["unhealthy", "Target.Tomorrow", "unhealthy"],
    ["tomorrow", "Target.Tomorrow", "tomorrow, Target.Tomorrow"],
    ["constructor", undefined, "constructor"],
  ])("%s, %s", (state, reason, words) => {
    expect(wordsOf({ state, reason })).toBe(`1 target: ${words}`);
  });

  test("says of a target group on no listener that nothing checks it", () => {
    expect(wordsOf({ state: "unused", reason: "Target.NotInUse" })).toContain(
      "the target group is on no listener",
    );
  });
});

test("targets are grouped by state, reason and AWS's words, the healthy last", () => {
  const bad = { ...HEALTHY, state: "unhealthy", reason: "Target.Timeout" };
  const groups = healthGroups([
    HEALTHY,
    bad,
    HEALTHY,
    HEALTHY,
    { ...bad, description: "Request timed out" },
    bad,
  ]);
  expect(groups.map(({ count, isHealthy, description }) => [count, isHealthy, description])).toEqual([
    [2, false, undefined],
    [1, false, "Request timed out"],
    [3, true, undefined],
  ]);
});

test("those in trouble are counted beside all, and are new only where the deployment brings them", () => {
  const all = healthGroups([HEALTHY, HEALTHY, { ...HEALTHY, state: "unhealthy" }]);
  const troubled = all.filter(({ trouble }) => trouble === "at-once");
  const inPlace = { computePlatform: "Server", deploymentStyle: { deploymentType: "IN_PLACE" } } as const;
  expect(troubleWords(troubled, all, { computePlatform: "ECS" })).toBe(
    "The load balancer does not take 1 of 3 new targets for healthy.",
  );
  expect(troubleWords(troubled, all, inPlace)).toBe(
    "The load balancer does not take 1 of 3 targets for healthy.",
  );
  expect(troubleWords(troubled, troubled, inPlace)).toBe(
    "The load balancer does not take the target for healthy.",
  );
  const two = healthGroups([
    { ...HEALTHY, state: "unhealthy" },
    { ...HEALTHY, state: "unhealthy" },
  ]);
  expect(troubleWords(two, two, { computePlatform: "ECS" })).toBe(
    "The load balancer takes none of the 2 new targets for healthy.",
  );
});

describe("the target groups that are asked about", () => {
  test("are those of the new task set", () => {
    const target = makeTarget({
      facts: {
        kind: "ecs",
        taskSets: [
          { taskSetLabel: "Blue", targetGroup: { name: "old" } },
          { taskSetLabel: "Green", targetGroup: { name: "new" } },
        ],
      },
    });
    expect(newTargetGroups({ computePlatform: "ECS" }, [target, target])).toEqual(["new"]);
  });

  test("are those of the load balancer of instances", () => {
    const loadBalancerInfo = { targetGroupInfoList: [{ name: "web" }, {}, { name: "web" }] };
    expect(newTargetGroups({ computePlatform: "Server", loadBalancerInfo }, [])).toEqual(["web"]);
    expect(newTargetGroups({ computePlatform: "Lambda", loadBalancerInfo }, [])).toEqual([]);
    expect(newTargetGroups({ computePlatform: "Server" }, [])).toEqual([]);
  });
});

test("of instances only those count that the deployment goes to, and of blue/green ones the replacements", () => {
  const health = [HEALTHY, { ...HEALTHY, targetId: "i-2" }, { ...HEALTHY, targetId: "i-3" }];
  const ids = (...targets: ReturnType<typeof makeTarget>[]) =>
    ofNewTargets(health, { computePlatform: "Server" }, targets).map(({ targetId }) => targetId);
  expect(ids(makeTarget({ id: "i-1" }), makeTarget({ id: "i-3" }))).toEqual(["i-1", "i-3"]);
  expect(ids(makeTarget({ id: "i-1", label: "Blue" }), makeTarget({ id: "i-2", label: "Green" }))).toEqual([
    "i-2",
  ]);
  expect(ofNewTargets(health, { computePlatform: "ECS" }, [])).toHaveLength(3);
});

test.each([
  ["unhealthy", "at-once"],
  ["unhealthy.draining", "at-once"],
  ["unused", "lasting"],
  ["initial", "none"],
  ["healthy", "none"],
  ["tomorrow", "none"],
] as const)("what is %s keeps a deployment from going on: %s", (state, trouble) => {
  expect(healthGroups([{ ...HEALTHY, state }])[0]?.trouble).toBe(trouble);
});

/** A service whose deployment is at an event. */
function serviceAt(event: string) {
  return makeTarget({
    status: "InProgress",
    facts: { kind: "ecs", taskSets: [] },
    events: [makeEvent(event, { status: "InProgress" })],
  });
}

describe("what is not used keeps a deployment from going on", () => {
  const ecs: Deployment = { status: "InProgress", computePlatform: "ECS" };
  const groups = ["unused", "unhealthy", "healthy"].flatMap((state) => healthGroups([{ ...HEALTHY, state }]));
  test.each([
    ["while its tasks are waited for", ecs, serviceAt("Install"), true, true],
    ["not before that lasts", ecs, serviceAt("Install"), false, false],
    ["not during a later event", ecs, serviceAt("BeforeAllowTraffic"), true, false],
    ["not once the replacement is ready", { ...ecs, status: "Ready" }, serviceAt("Install"), true, false],
    ["on instances", { ...ecs, computePlatform: "Server" }, makeTarget({}), true, true],
  ] as const)("%s", (_, deployment, target, isLong, isUnusedInTheWay) => {
    const inTheWay = groups.map((group) => keepsBack(group, deployment, [target], isLong));
    expect(inTheWay).toEqual([isUnusedInTheWay, true, false]);
  });
});
