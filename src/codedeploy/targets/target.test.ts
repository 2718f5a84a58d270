import { describe, expect, test } from "vitest";
import { toTarget, wireTargetId } from "./target.ts";

const NO_DIAGNOSTICS = { errorCode: "Success" as const, scriptName: "", logTail: "", message: "Succeeded" };

describe("a target", () => {
  test("of EC2 keeps its label, its moments and its events in the order of the answer", () => {
    const target = toTarget("i-0a1b", {
      deploymentTargetType: "InstanceTarget",
      instanceTarget: {
        targetId: "i-0a1b",
        targetArn: "arn:aws:ec2:eu-west-1:123456789012:instance/i-0a1b",
        status: "Failed",
        lastUpdatedAt: 1_501_773_370_558,
        instanceLabel: "Green",
        lifecycleEvents: [
          {
            lifecycleEventName: "Install",
            status: "Succeeded",
            startTime: 1_501_773_360_005,
            endTime: 1_501_773_360_009,
            diagnostics: NO_DIAGNOSTICS,
          },
          { lifecycleEventName: "ValidateService", status: "Skipped" },
        ],
      },
    });
    expect(target).toMatchObject({ status: "Failed", label: "Green", lastUpdatedMs: 1_501_773_370_558 });
    expect(target.facts).toEqual({ kind: "instance" });
    expect(target.events).toEqual([
      {
        name: "Install",
        status: "Succeeded",
        startMs: 1_501_773_360_005,
        endMs: 1_501_773_360_009,
        diagnostics: {
          errorCode: "Success",
          scriptName: undefined,
          message: "Succeeded",
          logTail: undefined,
        },
      },
      {
        name: "ValidateService",
        status: "Skipped",
        startMs: undefined,
        endMs: undefined,
        diagnostics: undefined,
      },
    ]);
  });

  test("of ECS keeps its task sets, with their misspelt ids", () => {
    const taskSets = [{ identifer: "ecs-svc/1", trafficWeight: 90, taskSetLabel: "Green" as const }];
    const { facts } = toTarget("prod:web", {
      deploymentTargetType: "ECSTarget",
      ecsTarget: { taskSetsInfo: taskSets },
    });
    expect(facts).toEqual({ kind: "ecs", taskSets });
  });

  test("of Lambda without function information has an empty one", () => {
    const { facts } = toTarget("f", { deploymentTargetType: "LambdaTarget", lambdaTarget: {} });
    expect(facts).toEqual({ kind: "lambda", lambdaFunction: {} });
  });

  test("of CloudFormation keeps its resource type and weight", () => {
    const { facts } = toTarget("stack", {
      deploymentTargetType: "CloudFormationTarget",
      cloudFormationTarget: { resourceType: "AWS::ECS::Service", targetVersionWeight: 0 },
    });
    expect(facts).toEqual({ kind: "cloudformation", resourceType: "AWS::ECS::Service", weight: 0 });
  });

  test("without a type is read by the member that is there", () => {
    expect(toTarget("i-1", { instanceTarget: { status: "Ready" } })).toMatchObject({
      status: "Ready",
      facts: { kind: "instance" },
    });
  });

  test("of a type that nobody knows yet is kept with the name of its type", () => {
    const wire: object = { deploymentTargetType: "constructor" };
    expect(toTarget("x", wire)).toEqual({
      id: "x",
      status: undefined,
      label: undefined,
      lastUpdatedMs: undefined,
      arn: undefined,
      events: [],
      facts: { kind: "unknown", typeName: "constructor" },
    });
  });

  test("with moments that no calendar has goes without them", () => {
    const { lastUpdatedMs, events } = toTarget("i-1", {
      instanceTarget: { lastUpdatedAt: 9e15, lifecycleEvents: [{ startTime: Number.NaN }] },
    });
    expect(lastUpdatedMs).toBeUndefined();
    expect(events).toMatchObject([{ name: "", startMs: undefined }]);
  });

  test("is told from others by the id of whichever member is there", () => {
    expect(wireTargetId({ ecsTarget: { targetId: "prod:web" } })).toBe("prod:web");
    expect(wireTargetId({ lambdaTarget: {} })).toBeUndefined();
    expect(wireTargetId({})).toBeUndefined();
  });
});
