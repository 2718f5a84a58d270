import { describe, expect, test } from "vitest";
import type { DeploymentGroup } from "./deployment-group.ts";
import { ecsSays, whatRuns } from "./what-runs.ts";
import { makeTaskSet } from "../../../testing/make-task-set.ts";

const at = (minute: number) => Date.UTC(2026, 10, 20, 12, minute);
const success = { deploymentId: "d-OK", status: "Succeeded", createTime: at(0), endTime: at(5) } as const;
const revision = {
  revisionType: "GitHub",
  gitHubLocation: { repository: "acme/shop", commitId: "1".repeat(40) },
} as const;
const group: DeploymentGroup = {
  computePlatform: "Server",
  lastSuccessfulDeployment: success,
  lastAttemptedDeployment: success,
  targetRevision: revision,
};
const later = { deploymentId: "d-LATER", createTime: at(10) };

describe("what runs", () => {
  test("is not known where nothing has succeeded", () => {
    expect(whatRuns({}, undefined)).toBeUndefined();
    expect(whatRuns({ lastAttemptedDeployment: { ...later, status: "Failed" } }, undefined)).toBeUndefined();
  });

  test("is what last succeeded, since it ended; the revision is the deployment’s where it was read", () => {
    expect(whatRuns(group, undefined)).toEqual({
      deploymentId: "d-OK",
      revision,
      isTargetRevision: true,
      sinceMs: at(5),
      rolledBackId: undefined,
      doubts: [],
    });
    const own = { ...revision, gitHubLocation: { repository: "acme/shop", commitId: "2".repeat(40) } };
    expect(whatRuns(group, { revision: own })).toMatchObject({ revision: own, isTargetRevision: false });
  });

  test("names what it rolled back, which is no reason to doubt it", () => {
    const rollback = { rollbackInfo: { rollbackTriggeringDeploymentId: "d-BAD" } };
    expect(whatRuns(group, rollback)).toMatchObject({ rolledBackId: "d-BAD", doubts: [] });
  });

  test.each<[string, Partial<DeploymentGroup>, object, RegExp]>([
    [
      "a later attempt failed",
      { lastAttemptedDeployment: { ...later, status: "Failed" } },
      {},
      /d-LATER came later and failed: instances/,
    ],
    [
      "a later attempt was stopped on Lambda",
      { computePlatform: "Lambda", lastAttemptedDeployment: { ...later, status: "Stopped" } },
      {},
      /d-LATER came later and stopped: the alias/,
    ],
    [
      "a later attempt goes on",
      { computePlatform: "ECS", lastAttemptedDeployment: { ...later, status: "InProgress" } },
      {},
      /d-LATER is not over: it may have shifted/,
    ],
    [
      "a later attempt succeeded, and is not the last success",
      { lastAttemptedDeployment: { ...later, status: "Succeeded" } },
      {},
      /d-LATER came later and succeeded/,
    ],
    [
      "a later attempt has no time",
      { lastAttemptedDeployment: { deploymentId: "d-LATER", status: "Failed" } },
      {},
      /d-LATER came later/,
    ],
    [
      "instances failed in it",
      {},
      { deploymentOverview: { Succeeded: 8, Failed: 2 } },
      /^2 instances failed/,
    ],
    ["an instance was skipped in it", {}, { deploymentOverview: { Skipped: 1 } }, /^1 instance was skipped/],
    [
      "it went to outdated instances only",
      {},
      { updateOutdatedInstancesOnly: true },
      /outdated instances only/,
    ],
    ["outdated instances are left", { outdatedInstancesStrategy: "IGNORE" }, {}, /leaves outdated instances/],
    [
      "nobody knows what became of a later attempt",
      { lastAttemptedDeployment: { deploymentId: "d-NEW", createTime: at(1) } },
      {},
      /^d-NEW came later, and whether it is over is not known: /,
    ],
  ])("is doubted where %s", (_, changed, answer, doubt) => {
    expect(whatRuns({ ...group, ...changed }, answer)?.doubts).toEqual([expect.stringMatching(doubt)]);
  });

  test.each<[string, Partial<DeploymentGroup>, object]>([
    [
      "an earlier attempt failed",
      { lastAttemptedDeployment: { deploymentId: "d-OLD", status: "Failed", createTime: at(-9) } },
      {},
    ],
    ["the attempt is the success itself", { lastAttemptedDeployment: { ...success, status: "Failed" } }, {}],
    [
      "targets of ECS are counted",
      { computePlatform: "ECS" },
      { computePlatform: "ECS", deploymentOverview: { Skipped: 1 } },
    ],
    [
      "a group without instances leaves outdated ones",
      { computePlatform: "Lambda", outdatedInstancesStrategy: "IGNORE" },
      {},
    ],
  ])("is not doubted where %s", (_, changed, answer) => {
    expect(whatRuns({ ...group, ...changed }, answer)?.doubts).toEqual([]);
  });
});

const taskDefinition = "arn:aws:ecs:us-east-1:123456789012:task-definition/shop:42";
const set = (status: string, deploymentId: string) => makeTaskSet({ status, deploymentId, taskDefinition });

describe("what ECS says of a service", () => {
  test("makes it certain where all tasks are the deployment’s", () => {
    const service = {
      events: [],
      taskSets: [
        set("DRAINING", "d-NEW"),
        { ...set("ACTIVE", "d-OLD"), desired: 0, running: 0 },
        set("PRIMARY", "d-OK"),
      ],
    };
    expect(ecsSays(service, "d-OK")).toEqual({
      words: "Certain: ECS says that the traffic goes to this deployment’s tasks, of shop:42.",
      isCertain: true,
    });
    expect(ecsSays(service, "d-NEW")).toEqual({
      words: "ECS says that the traffic goes to the tasks of d-OK, of shop:42.",
      isCertain: false,
    });
  });

  test("is not certain while there is another task set, which a shift in steps gives a share", () => {
    const service = { events: [], taskSets: [set("ACTIVE", "d-NEW"), set("PRIMARY", "d-OK")] };
    expect(ecsSays(service, "d-OK")).toEqual({
      words:
        "ECS says that the traffic goes to this deployment’s tasks, of shop:42. It has another task set, which may get a share of the traffic.",
      isCertain: false,
    });
  });

  test("is nothing where no task set is primary", () => {
    expect(ecsSays({ events: [], taskSets: [set("DRAINING", "d-OK")] }, "d-OK")).toBeUndefined();
  });
});
