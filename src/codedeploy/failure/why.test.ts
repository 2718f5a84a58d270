import { describe, expect, test } from "vitest";
import type { Deployment } from "../deployment/deployment.ts";
import { statusMessages } from "./failure-cause.ts";
import { why, whyTitle } from "./why.ts";

describe("what there is to explain", () => {
  test.each<[string, Deployment]>([
    ["a plain success", { status: "Succeeded", rollbackInfo: {}, deploymentStatusMessages: [] }],
    ["one in progress", { status: "InProgress", deploymentOverview: { Failed: 1 } }],
    ["an empty error", { status: "InProgress", errorInformation: {} }],
    ["an empty answer", {}],
  ])("nothing: %s", (_, deployment) => {
    expect(why(deployment)).toBeUndefined();
  });

  test.each<[string, Deployment]>([
    ["a failure", { status: "Failed" }],
    ["a stop", { status: "Stopped" }],
    ["an error while it runs", { status: "InProgress", errorInformation: { code: "THROTTLED" } }],
    ["an error message without a code", { errorInformation: { message: "Something happened." } }],
    ["a rollback that runs", { status: "InProgress", creator: "codeDeployRollback" }],
    ["a status message", { status: "Succeeded", deploymentStatusMessages: ["Instances were kept."] }],
    ["the deprecated status message", { additionalDeploymentStatusInfo: "Instances were kept." }],
  ])("something: %s", (_, deployment) => {
    expect(why(deployment)).toBeDefined();
  });

  test("the fragments of one story stand together", () => {
    const deployment: Deployment = {
      status: "Stopped",
      computePlatform: "Lambda",
      startTime: 1,
      errorInformation: { code: "ALARM_ACTIVE", message: "Activated alarms: <errors>" },
      autoRollbackConfiguration: { enabled: false },
    };
    expect(why(deployment)).toEqual({
      cause: { kind: "alarm", alarmNames: ["errors"] },
      message: "Activated alarms: <errors>",
      code: "ALARM_ACTIVE",
      statusMessages: [],
      rollback: undefined,
    });
  });
});

test("AWS's messages are shown once each, the deprecated member last, empty ones not at all", () => {
  expect(
    statusMessages({
      deploymentStatusMessages: ["Instances were kept.", "", "Instances were kept."],
      additionalDeploymentStatusInfo: "Older words.",
    }),
  ).toEqual(["Instances were kept.", "Older words."]);
});

test("no messages are the usual case", () => {
  expect(statusMessages({ deploymentStatusMessages: [] })).toEqual([]);
  expect(statusMessages({})).toEqual([]);
});

test("a failed rollback is named as one on top", () => {
  const deployment: Deployment = {
    status: "Failed",
    rollbackInfo: { rollbackTriggeringDeploymentId: "d-K2M4P6R8T" },
  };
  const found = why(deployment);
  expect(found && whyTitle(deployment, found)).toBe("Why this rollback failed");
  const stopped: Deployment = { ...deployment, status: "Stopped" };
  expect(found && whyTitle(stopped, found)).toBe("Why this rollback stopped");
});
