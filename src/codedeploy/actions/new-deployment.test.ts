import { describe, expect, test } from "vitest";
import type { Deployment } from "../deployment/deployment.ts";
import { comparedMembers, hasMark, newDeployment, newDeploymentWarnings } from "./new-deployment.ts";

const s3 = {
  revisionType: "S3" as const,
  s3Location: { bucket: "b", key: "k.zip", bundleType: "zip" as const },
};
const shown: Deployment = {
  deploymentId: "d-SHOWN0001",
  applicationName: "checkout-api",
  deploymentGroupName: "prod",
  computePlatform: "Server",
  status: "Failed",
  creator: "user",
  deploymentStyle: { deploymentType: "IN_PLACE" },
  deploymentConfigName: "CodeDeployDefault.OneAtATime",
  fileExistsBehavior: "OVERWRITE",
  ignoreApplicationStopFailures: true,
  updateOutdatedInstancesOnly: true,
  targetInstances: { autoScalingGroups: ["green"] },
  revision: s3,
};
const from = {
  kind: "redeploy" as const,
  shown,
  source: shown,
  revision: s3,
  who: "ada@example.com",
  mark: "0123456789abcdef",
  ignoresApplicationStop: true,
};
const warned = (members: Partial<Parameters<typeof newDeploymentWarnings>[0]> = {}) =>
  newDeploymentWarnings({
    kind: "redeploy",
    shown,
    request: newDeployment(from),
    unfinished: [],
    firing: [],
    ...members,
  })
    .map(({ text }) => text)
    .join(" ");

describe("the request for a new deployment", () => {
  test("copies what belongs to the instances, and leaves the configuration to the group", () => {
    expect(newDeployment(from)).toEqual({
      applicationName: "checkout-api",
      deploymentGroupName: "prod",
      revision: s3,
      description: "Redeploy of d-SHOWN0001, from Deploywatch by ada@example.com [0123456789abcdef]",
      ignoreApplicationStopFailures: true,
      fileExistsBehavior: "OVERWRITE",
      updateOutdatedInstancesOnly: true,
    });
  });

  test("names its target instances in a blue/green deployment only: AWS refuses them elsewhere", () => {
    const blueGreen: Deployment = { ...shown, deploymentStyle: { deploymentType: "BLUE_GREEN" } };
    expect(newDeployment({ ...from, shown: blueGreen }).targetInstances).toEqual({
      autoScalingGroups: ["green"],
    });
  });

  test.each(["ECS", "Lambda"] as const)("of %s has nothing that only instances know", (computePlatform) => {
    expect(Object.keys(newDeployment({ ...from, shown: { ...shown, computePlatform } }))).toEqual([
      "applicationName",
      "deploymentGroupName",
      "description",
      "revision",
    ]);
  });

  test("for a restart has no revision, and updates not only what is outdated", () => {
    expect(newDeployment({ ...from, kind: "restart" })).toEqual({
      applicationName: "checkout-api",
      deploymentGroupName: "prod",
      deploymentMode: "RESTART",
      description:
        "Restart, asked for at d-SHOWN0001, from Deploywatch by ada@example.com [0123456789abcdef]",
    });
  });

  test("says where it comes from in 256 characters, and always ends in its mark", () => {
    const { description = "" } = newDeployment({ ...from, kind: "roll-back-to", who: "x".repeat(400) });
    expect(description).toMatch(
      /^Rollback from d-SHOWN0001 to the revision of d-SHOWN0001, from Deploywatch by x/,
    );
    expect(description).toHaveLength(256);
    expect(hasMark({ description }, from.mark)).toBe(true);
    expect(hasMark({ description }, "fedcba9876543210")).toBe(false);
    expect(hasMark({}, from.mark)).toBe(false);
  });
});

describe("before a new deployment, people are warned", () => {
  test("that an S3 object without a version and an eTag may be another one now", () => {
    expect(warned()).toContain("without a version and without an eTag");
    for (const known of [{ version: "3" }, { eTag: "abc" }]) {
      const revision = { ...s3, s3Location: { ...s3.s3Location, ...known } };
      expect(warned({ request: newDeployment({ ...from, revision }) })).not.toContain("without a version");
    }
  });

  test("of another deployment that runs, and of alarms that fire", () => {
    const text = warned({ unfinished: [{ deploymentId: "d-OTHER0001" }], firing: ["checkout-5xx"] });
    expect(text).toContain("has not ended");
    expect(text).toContain("checkout-5xx is firing");
    expect(warned()).not.toMatch(/has not ended|is firing/);
  });

  test("that a rollback's own configuration is not copied", () => {
    expect(warned({ shown: { ...shown, creator: "codeDeployRollback" } })).toContain(
      "CodeDeployDefault.OneAtATime, is not copied",
    );
    expect(warned()).not.toContain("is not copied");
  });

  test("that a deployment for one instance becomes one for all", () => {
    const one = { ...shown, creator: "autoscaling" as const, updateOutdatedInstancesOnly: false };
    const request = newDeployment({ ...from, shown: one });
    expect(warned({ shown: one, request })).toContain("for all of them");
    // Where only some are asked for, the new one is for those.
    for (const some of [{ updateOutdatedInstancesOnly: true }, { targetInstances: {} }])
      expect(warned({ shown: one, request: { ...request, ...some } })).not.toContain("for all of them");
  });

  test("that a restart needs a new agent", () => {
    const request = newDeployment({ ...from, kind: "restart" });
    expect(warned({ kind: "restart", request })).toContain("2.1.0");
    expect(warned({ kind: "restart", request })).toContain("revision of the group’s last successful");
  });

  test("that an AppSpec is sent by its hash alone", () => {
    const revision = { revisionType: "AppSpecContent" as const, appSpecContent: { sha256: "abc" } };
    expect(warned({ request: newDeployment({ ...from, revision }) })).toContain("Its hash alone is sent");
  });
});

test("the preview has every member that is sent, beside what the deployment had", () => {
  const request = newDeployment(from);
  const compared = comparedMembers(request, shown);
  const sent = compared.filter((member) => member.sent !== undefined).map(({ name }) => name);
  expect(sent.toSorted()).toEqual(Object.keys(request).toSorted());
  expect(compared.find(({ name }) => name === "deploymentConfigName")).toEqual({
    name: "deploymentConfigName",
    sent: undefined,
    otherwise: "not sent: the group’s own",
    had: "CodeDeployDefault.OneAtATime",
  });
});

test("the preview says what AWS takes for what is not sent, also of members that are never sent", () => {
  const had: Deployment = {
    ...shown,
    autoRollbackConfiguration: { enabled: true },
    overrideAlarmConfiguration: { enabled: false },
  };
  const otherwise = (kind: "redeploy" | "restart") => {
    const request = newDeployment({ ...from, kind, shown: had, ignoresApplicationStop: false });
    const left = comparedMembers(request, had).filter((member) => member.sent === undefined);
    return Object.fromEntries(left.map(({ name, otherwise: words }) => [name, words]));
  };
  expect(otherwise("redeploy")).toEqual({
    deploymentConfigName: "not sent: the group’s own",
    ignoreApplicationStopFailures: "not sent: false",
    targetInstances: "not sent: the group’s own instances",
    autoRollbackConfiguration: "not sent: the group’s own",
    overrideAlarmConfiguration: "not sent: the group’s own alarms",
  });
  expect(otherwise("restart")).toMatchObject({
    revision: "not sent: that of the group’s last successful deployment",
    fileExistsBehavior: "not sent: DISALLOW",
    updateOutdatedInstancesOnly: "not sent: false",
  });
});
