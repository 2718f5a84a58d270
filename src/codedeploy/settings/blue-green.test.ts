import type { BlueGreenDeploymentConfiguration } from "@aws-sdk/client-codedeploy";
import { describe, expect, test } from "vitest";
import { blueGreenSteps, terminationWait } from "./blue-green.ts";
import type { Deployment } from "../deployment/deployment.ts";

function blueGreen(options: BlueGreenDeploymentConfiguration, rest: Deployment = {}): Deployment {
  return {
    deploymentStyle: { deploymentType: "BLUE_GREEN", deploymentOption: "WITH_TRAFFIC_CONTROL" },
    computePlatform: "Server",
    ...rest,
    blueGreenDeploymentConfiguration: options,
  };
}

const TERMINATE: BlueGreenDeploymentConfiguration = {
  terminateBlueInstancesOnDeploymentSuccess: { action: "TERMINATE", terminationWaitTimeInMinutes: 5 },
};

describe("the timeline of a blue/green deployment", () => {
  test("on instances: a copy of the group, traffic at once, originals terminated after a wait", () => {
    const deployment = blueGreen(
      {
        ...TERMINATE,
        greenFleetProvisioningOption: { action: "COPY_AUTO_SCALING_GROUP" },
        deploymentReadyOption: { actionOnTimeout: "CONTINUE_DEPLOYMENT", waitTimeInMinutes: 0 },
      },
      { deploymentGroupName: "prod", deploymentId: "d-1" },
    );
    expect(blueGreenSteps(deployment)).toEqual([
      { step: "copy-group", groupName: "CodeDeploy_prod_d-1" },
      { step: "reroute", isAtOnce: true, how: undefined },
      { step: "terminate-original", waitMinutes: 5 },
    ]);
  });

  test("waits for a person where the deployment would stop otherwise, and keeps the originals", () => {
    const deployment = blueGreen({
      greenFleetProvisioningOption: { action: "DISCOVER_EXISTING" },
      deploymentReadyOption: { actionOnTimeout: "STOP_DEPLOYMENT", waitTimeInMinutes: 60 },
      terminateBlueInstancesOnDeploymentSuccess: { action: "KEEP_ALIVE" },
    });
    expect(blueGreenSteps(deployment)).toEqual([
      { step: "discover-instances" },
      { step: "wait-for-reroute", waitMinutes: 60 },
      { step: "reroute", isAtOnce: false, how: undefined },
      { step: "keep-original" },
    ]);
  });

  test("on ECS: a task set, test traffic where there is a test listener, and the configuration's steps", () => {
    const deployment = blueGreen(
      { ...TERMINATE, deploymentReadyOption: { actionOnTimeout: "CONTINUE_DEPLOYMENT" } },
      {
        computePlatform: "ECS",
        deploymentConfigName: "CodeDeployDefault.ECSCanary10Percent5Minutes",
        loadBalancerInfo: { targetGroupPairInfoList: [{ testTrafficRoute: { listenerArns: ["arn:x"] } }] },
      },
    );
    expect(blueGreenSteps(deployment)).toEqual([
      { step: "start-task-set" },
      { step: "test-traffic" },
      { step: "reroute", isAtOnce: true, how: expect.stringContaining("after 5 minutes") },
      { step: "terminate-original", waitMinutes: 5 },
    ]);
  });

  test("has no instances to provision or end for Lambda", () => {
    const deployment = blueGreen(
      { deploymentReadyOption: { actionOnTimeout: "CONTINUE_DEPLOYMENT" } },
      { computePlatform: "Lambda", deploymentConfigName: "CodeDeployDefault.LambdaAllAtOnce" },
    );
    expect(blueGreenSteps(deployment)).toEqual([
      { step: "reroute", isAtOnce: true, how: expect.stringContaining("at once") },
    ]);
  });

  test.each([undefined, -5, Number.NaN, Number.POSITIVE_INFINITY])(
    "names no wait that is none: %j",
    (terminationWaitTimeInMinutes) => {
      const option: object = { action: "TERMINATE", terminationWaitTimeInMinutes };
      expect(blueGreenSteps(blueGreen({ terminateBlueInstancesOnDeploymentSuccess: option }))).toEqual([
        { step: "terminate-original", waitMinutes: undefined },
      ]);
    },
  );

  test.each(["HIBERNATE", "__proto__"])("shows an action that nobody knows yet: %s", (action) => {
    const option: object = { action };
    expect(
      blueGreenSteps(
        blueGreen({
          greenFleetProvisioningOption: option,
          deploymentReadyOption: {},
          terminateBlueInstancesOnDeploymentSuccess: option,
        }),
      ),
    ).toEqual([
      { step: "unknown", stage: "provisioning", action },
      { step: "unknown", stage: "the original", action },
    ]);
  });

  test.each<[string, Deployment]>([
    ["nothing is configured", {}],
    ["the configuration is empty", blueGreen({}, { computePlatform: "ECS" })],
    [
      "the deployment is in place",
      { ...blueGreen(TERMINATE), deploymentStyle: { deploymentType: "IN_PLACE" } },
    ],
  ])("is empty when %s", (_, deployment) => {
    expect(blueGreenSteps(deployment)).toEqual([]);
  });
});

describe("the wait before the originals are terminated", () => {
  test.each<[string | undefined, Deployment]>([
    ["started", { instanceTerminationWaitTimeStarted: true }],
    [undefined, { status: "Succeeded", instanceTerminationWaitTimeStarted: true }],
    [
      "contradicted",
      {
        ...blueGreen({ terminateBlueInstancesOnDeploymentSuccess: { action: "KEEP_ALIVE" } }),
        instanceTerminationWaitTimeStarted: true,
      },
    ],
    ["not-started", { ...blueGreen(TERMINATE), instanceTerminationWaitTimeStarted: false }],
    [
      "unreliable",
      { ...blueGreen(TERMINATE, { computePlatform: "ECS" }), instanceTerminationWaitTimeStarted: false },
    ],
    [
      undefined,
      { ...blueGreen(TERMINATE, { status: "Succeeded" }), instanceTerminationWaitTimeStarted: false },
    ],
    [undefined, blueGreen(TERMINATE)],
    [undefined, { instanceTerminationWaitTimeStarted: false }],
  ])("is %s", (state, deployment) => {
    expect(terminationWait(deployment)).toBe(state);
  });
});
