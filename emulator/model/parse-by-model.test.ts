import * as sdk from "@aws-sdk/client-codedeploy";
import { expect, test } from "vitest";
import { DECLARED_MEMBERS } from "./declared-members.ts";
import { departuresFromModel } from "./parse-by-model.ts";

const START = 1_501_772_849.283;

/** Every structure that a service of the SDK may receive or send: its name is the third part, its members the fifth. */
const STRUCTURES = Object.values<unknown>({ ...sdk }).filter(isStructure);

function isStructure(value: unknown): value is [3, string, string, unknown, string[]] {
  return Array.isArray(value) && value[0] === 3;
}

function info(members: object) {
  return departuresFromModel("GetDeploymentOutput", { deploymentInfo: members });
}

test("the model is read from the installed client, with its enums and required members", () => {
  const undeclared = STRUCTURES.flatMap(([, , name, , members]) =>
    members.map((member) => `${name}.${member}`).filter((path) => !DECLARED_MEMBERS.has(path)),
  );
  expect(STRUCTURES.length).toBeGreaterThan(100);
  expect(undeclared).toEqual([]);
  const enums = [...DECLARED_MEMBERS.values()].filter(({ values }) => values !== undefined);
  expect(enums.length).toBeGreaterThan(50);
  const { values } = DECLARED_MEMBERS.get("DeploymentInfo.status") ?? {};
  expect([...(values ?? [])]).toEqual(Object.values(sdk.DeploymentStatus));
  expect(DECLARED_MEMBERS.get("GetDeploymentInput.deploymentId")).toEqual({ isRequired: true });
  expect(DECLARED_MEMBERS.get("DeploymentInfo.deploymentId")).toEqual({ isRequired: false });
});

test("what AWS sends has no departures", () => {
  expect(
    info({
      status: "Failed",
      createTime: START,
      completeTime: 1.502e9,
      deploymentOverview: { Failed: 1 },
      rollbackInfo: {},
      previousRevision: null,
      autoRollbackConfiguration: { enabled: true, events: ["DEPLOYMENT_FAILURE"] },
    }),
  ).toEqual([]);
});

test.each([
  ["an unknown member", { colour: "blue" }, ".colour is not in the model"],
  ["a status outside the enum", { status: "Paused" }, ".status is Paused, which is not in its enum"],
  [
    "an item outside a list's enum",
    { autoRollbackConfiguration: { events: ["SOLSTICE"] } },
    ".autoRollbackConfiguration.events[0] is SOLSTICE, which is not in its enum",
  ],
  ["milliseconds", { createTime: START * 1000 }, ".createTime is no time in epoch seconds"],
  ["a time as text", { createTime: "2017-08-03" }, ".createTime is no time in epoch seconds"],
  ["a count as text", { deploymentOverview: { Failed: "1" } }, ".deploymentOverview.Failed is no number"],
  [
    "a boolean as text",
    { ignoreApplicationStopFailures: "false" },
    ".ignoreApplicationStopFailures is no boolean",
  ],
  ["a text as number", { description: 7 }, ".description is no string"],
  ["one thing for a list", { deploymentStatusMessages: "x" }, ".deploymentStatusMessages is no list"],
  ["a list for a structure", { rollbackInfo: [] }, ".rollbackInfo is no structure"],
])("%s is told, with its path", (_, members, departure) => {
  expect(info(members)).toEqual([`GetDeploymentOutput.deploymentInfo${departure}`]);
});

test("a required member that is absent or null is told", () => {
  const departure = "GetDeploymentInput.deploymentId is required and absent";
  expect(departuresFromModel("GetDeploymentInput", {})).toEqual([departure]);
  expect(departuresFromModel("GetDeploymentInput", { deploymentId: null })).toEqual([departure]);
});
