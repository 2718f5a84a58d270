import { describe, expect, test } from "vitest";
import type { Deployment } from "../deployment/deployment.ts";
import { aftermath, statusMessages, why, whyTitle } from "./why.ts";

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
      aftermath: "alias-split",
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

describe("what a stopped deployment leaves behind", () => {
  test("Lambda: an alias that may be split over two versions", () => {
    expect(aftermath({ status: "Stopped", computePlatform: "Lambda", startTime: 1 })).toBe("alias-split");
  });

  test("EC2: instances of which nobody knows what runs there", () => {
    expect(aftermath({ status: "Stopped", computePlatform: "Server", startTime: 1 })).toBe(
      "instances-indeterminate",
    );
  });

  test("nothing that AWS warns of for ECS and unknown platforms", () => {
    expect(aftermath({ status: "Stopped", computePlatform: "ECS", startTime: 1 })).toBeUndefined();
    expect(aftermath({ status: "Stopped", startTime: 1 })).toBeUndefined();
  });

  test("nothing once a rollback has been started, or when it was not stopped", () => {
    const rollbackInfo = { rollbackDeploymentId: "d-J5KH1W91L" };
    expect(
      aftermath({ status: "Stopped", computePlatform: "Lambda", startTime: 1, rollbackInfo }),
    ).toBeUndefined();
    expect(aftermath({ status: "Failed", computePlatform: "Server", startTime: 1 })).toBeUndefined();
  });

  test.each(["Lambda", "Server"] as const)(
    "nothing when it was stopped before it had started: %s",
    (computePlatform) => {
      expect(aftermath({ status: "Stopped", computePlatform })).toBeUndefined();
    },
  );

  test("what had begun is told by the counts where AWS sends no start", () => {
    const stopped: Deployment = { status: "Stopped", computePlatform: "Server" };
    expect(aftermath({ ...stopped, deploymentOverview: { Pending: 3, Failed: 1 } })).toBe(
      "instances-indeterminate",
    );
    expect(aftermath({ ...stopped, deploymentOverview: { Pending: 4, Skipped: 0 } })).toBeUndefined();
  });

  test("a failed rollback: two revisions, neither of them whole", () => {
    const failed: Deployment = { status: "Failed", startTime: 1, creator: "codeDeployRollback" };
    expect(aftermath(failed)).toBe("rollback-failed");
    expect(aftermath({ ...failed, status: "Succeeded" })).toBeUndefined();
  });
});

test("a failed rollback is named as one on top", () => {
  const deployment: Deployment = {
    status: "Failed",
    rollbackInfo: { rollbackTriggeringDeploymentId: "d-K2M4P6R8T" },
  };
  const found = why(deployment);
  expect(found && whyTitle(deployment, found)).toBe("Why this rollback failed");
});
