import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeEvent, makeTarget } from "../../../testing/make-target.ts";
import type { Deployment } from "../deployment/deployment.ts";
import type { Target } from "../targets/target.ts";
import { aftermath, aftermathWords } from "./aftermath.ts";

const CREATED = Date.UTC(2026, 9, 21);
const stopped = (computePlatform: "Server" | "ECS" | "Lambda", members: Deployment = {}): Deployment => ({
  status: "Stopped",
  startTime: CREATED,
  computePlatform,
  ...members,
});
const begun = makeEvent("AllowTraffic", { status: "Failed", startMs: CREATED });

function service(percent: number | undefined): Target {
  const weights = (share: number) => (percent === undefined ? {} : { trafficWeight: share });
  const taskSets = [
    { taskSetLabel: "Blue" as const, ...weights(100 - (percent ?? 0)) },
    { taskSetLabel: "Green" as const, ...weights(percent ?? 0) },
  ];
  return makeTarget({ status: "Failed", events: [begun], facts: { kind: "ecs", taskSets } });
}

function lambda(share: number | undefined, events = [begun]): Target {
  const lambdaFunction = share === undefined ? {} : { targetVersionWeight: share };
  return makeTarget({ status: "Failed", events, facts: { kind: "lambda", lambdaFunction } });
}

const title = (deployment: Deployment, targets: Target[], total = targets.length) => {
  const left = aftermath(deployment, targets, total);
  return left && aftermathWords(left).title;
};

describe("a stop leaves behind", () => {
  test("the share of the traffic that ECS's replacement gets, and nothing where it gets none", () => {
    expect(title(stopped("ECS"), [service(10)])).toBe("10% of the traffic goes to the replacement.");
    expect(title(stopped("ECS"), [service(100)])).toContain("All traffic goes to the replacement");
    expect(title(stopped("ECS"), [service(0)])).toBeUndefined();
    expect(title(stopped("ECS"), [service(undefined)])).toBeUndefined();
    expect(title(stopped("ECS"), [])).toBeUndefined();
  });

  test("an alias that is split, that is not, or of which nobody knows", () => {
    expect(title(stopped("Lambda"), [lambda(0.1)])).toBe("10% of the traffic goes to the replacement.");
    expect(title(stopped("Lambda"), [lambda(0)])).toBeUndefined();
    expect(title(stopped("Lambda"), [lambda(undefined)])).toBe("The alias may point to two versions.");
    expect(title(stopped("Lambda"), [])).toBe("The alias may point to two versions.");
    const hook = makeEvent("BeforeAllowTraffic", { status: "Failed", startMs: CREATED });
    const before = lambda(undefined, [hook, makeEvent("AllowTraffic", { status: "Skipped" })]);
    expect(title(stopped("Lambda"), [before])).toBeUndefined();
  });

  test("the same after a failure that nothing has undone", () => {
    expect(title(stopped("ECS", { status: "Failed" }), [service(40)])).toContain("40%");
    expect(title(stopped("Lambda", { status: "Failed" }), [lambda(1)])).toContain("All traffic");
    expect(title(stopped("Lambda", { status: "Failed" }), [lambda(undefined)])).toBeUndefined();
  });

  const done = makeTarget({
    id: "done",
    status: "Succeeded",
    events: [makeEvent("Install", { status: "Succeeded" })],
  });
  const half = makeTarget({
    id: "half",
    status: "Failed",
    events: [makeEvent("Install", { status: "Failed" })],
  });
  const untouched = makeTarget({
    id: "none",
    status: "Skipped",
    events: [makeEvent("Install", { status: "Skipped" })],
  });

  test("instances that are half deployed, as many as there are", () => {
    expect(title(stopped("Server"), [done, half, untouched])).toBe("1 of 3 instances may be half deployed.");
    expect(title(stopped("Server"), [])).toBe("Some instances may be half deployed.");
    expect(title(stopped("Server"), [half], 9)).toBe("Some instances may be half deployed.");
  });

  test("whole instances with two revisions, and nothing where all have one", () => {
    expect(title(stopped("Server"), [done, untouched])).toContain("1 of 2 instances has this revision");
    expect(title(stopped("Server"), [untouched, untouched])).toBeUndefined();
    expect(title(stopped("Server"), [done])).toBeUndefined();
    const counted = { deploymentOverview: { Succeeded: 2, Pending: 3, InProgress: 0 } };
    expect(title(stopped("Server", counted), [])).toContain("2 of 5 instances have this revision");
    expect(title(stopped("Server", { deploymentOverview: { Failed: 1 } }), [])).toContain("Some instances");
  });

  test("nothing where nothing had begun, or a rollback has been started", () => {
    for (const platform of ["Server", "Lambda", "ECS"] as const) {
      const queued: Deployment = { status: "Stopped", computePlatform: platform };
      expect(title(queued, [])).toBeUndefined();
      expect(title({ ...queued, deploymentOverview: { Pending: 4, Skipped: 0 } }, [])).toBeUndefined();
      const undone = stopped(platform, { rollbackInfo: { rollbackDeploymentId: "d-J5KH1W91L" } });
      expect(title(undone, [half, service(10), lambda(0.1)])).toBeUndefined();
    }
  });
});

test("a failed rollback leaves two revisions, neither of them whole, once it had begun", () => {
  const failed: Deployment = { status: "Failed", startTime: CREATED, creator: "codeDeployRollback" };
  expect(aftermath(failed, [], 0)).toEqual({ kind: "rollback-failed" });
  expect(aftermath({ ...failed, status: "Succeeded" }, [], 0)).toBeUndefined();
  const skipped = makeTarget({ status: "Skipped", events: [makeEvent("Install", { status: "Skipped" })] });
  expect(aftermath(failed, [skipped], 1)).toBeUndefined();
});

test("what is said of traffic is what the weights say, whatever they are", () => {
  const weight = fc.option(fc.constantFrom(0, 1, 10, 50, 99, 100), { nil: undefined });
  const status = fc.constantFrom("Failed", "Stopped", "Succeeded", "InProgress", "Ready");
  fc.assert(
    fc.property(
      fc.array(weight, { minLength: 1, maxLength: 3 }),
      status,
      fc.boolean(),
      (weights, of, isAlias) => {
        const targets = weights.map((percent) =>
          isAlias ? lambda(percent === undefined ? undefined : percent / 100) : service(percent),
        );
        const platform = isAlias ? "Lambda" : "ECS";
        const said = title({ ...stopped(platform), status: of }, targets) ?? "";
        const isSplit = weights.some((percent) => percent !== undefined && percent > 0 && percent < 100);
        const isOver = of === "Failed" || of === "Stopped";
        const isTrue =
          (said === "" || isOver) &&
          (!said.includes("All traffic") || weights.every((percent) => percent === 100)) &&
          (!/% of the traffic|Part of/.test(said) || isSplit) &&
          (said === "" || weights.some((percent) => percent !== 0));
        expect({ said, isTrue }).toEqual({ said, isTrue: true });
      },
    ),
  );
});
