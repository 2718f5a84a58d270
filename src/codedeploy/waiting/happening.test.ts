import { expect, test } from "vitest";
import { makeEvent, makeTarget } from "../../../testing/make-target.ts";
import type { Deployment } from "../deployment/deployment.ts";
import { happeningWords, nothingKnownWords } from "./happening.ts";

test.each([
  ["CodeDeployDefault.AllAtOnce", "all instances at once"],
  ["CodeDeployDefault.OneAtATime", "one instance at a time"],
  ["my-half", "to the instances, while"],
  [undefined, "to the instances, while"],
])("how CodeDeploy goes about instances is told by the configuration: %s", (name, words) => {
  const deployment: Deployment = {
    status: "InProgress",
    computePlatform: "Server",
    ...(name !== undefined && { deploymentConfigName: name }),
  };
  expect(happeningWords(deployment, []).now).toContain(words);
});

test.each<[string, Deployment, string]>([
  ["outdated instances only", { updateOutdatedInstancesOnly: true }, "Deploys to the instances"],
  ["an instance that Auto Scaling launched", { creator: "autoscaling" }, "Deploys to the instances"],
  ["a restart", { deploymentMode: "RESTART" }, "Restarts the application on all instances at once"],
])("all instances are named only where all are meant: %s", (_, members, words) => {
  const deployment: Deployment = {
    status: "InProgress",
    computePlatform: "Server",
    deploymentConfigName: "CodeDeployDefault.AllAtOnce",
    ...members,
  };
  expect(happeningWords(deployment, []).now).toContain(words);
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
    expect(happeningWords(deployment, []).next !== undefined).toBe(action === "TERMINATE");
  },
);

test("instances that have all finished are not said to be deployed to", () => {
  const counts = { Pending: 0, InProgress: 0, Succeeded: 9, Failed: 1, Skipped: 0, Ready: 0 };
  const deployment: Deployment = {
    status: "InProgress",
    computePlatform: "Server",
    deploymentOverview: counts,
  };
  expect(happeningWords(deployment, []).now).toContain("All instances have finished");
  const one = { ...deployment, deploymentOverview: { ...counts, Pending: 1 } };
  expect(happeningWords(one, []).now).toContain("Deploys to the instances");
});

test("the termination wait of ECS is no announcement any more once it has begun", () => {
  const deployment: Deployment = {
    status: "InProgress",
    computePlatform: "ECS",
    blueGreenDeploymentConfiguration: {
      terminateBlueInstancesOnDeploymentSuccess: { action: "TERMINATE", terminationWaitTimeInMinutes: 5 },
    },
  };
  const done = makeTarget({ status: "Succeeded", facts: { kind: "ecs", taskSets: [] } });
  expect(happeningWords(deployment, [done])).toEqual({
    now: "Waiting to terminate the original task set.",
    next: undefined,
  });
});

test("something is said of a deployment that goes on without a known target", () => {
  const words = nothingKnownWords({ status: "InProgress" }, []);
  expect(words).toBe("No target is known so far, so what happens now is not known.");
  const runs = makeTarget({ events: [makeEvent("Install", { status: "InProgress" })] });
  expect(nothingKnownWords({ status: "InProgress" }, [runs])).toBeUndefined();
});
