import { expect, test } from "vitest";
import type { Deployment } from "../deployment/deployment.ts";
import { timeLimit } from "./time-limit.ts";

const STARTED = 1_700_000_000_000;
const RUNNING: Deployment = { status: "InProgress", createTime: STARTED - 5_000, startTime: STARTED };

test.each<[number, Deployment]>([
  [8, { computePlatform: "Server", deploymentStyle: { deploymentType: "IN_PLACE" } }],
  [109, { computePlatform: "Server", deploymentStyle: { deploymentType: "BLUE_GREEN" } }],
  [50, { computePlatform: "Lambda" }],
])("CodeDeploy ends a deployment after %d hours: %j", (hours, kind) => {
  expect(timeLimit({ ...RUNNING, ...kind })).toEqual({ hours, atMs: STARTED + hours * 3_600_000 });
});

test.each<[string, Deployment]>([
  ["ECS has no documented limit", { computePlatform: "ECS" }],
  ["the style is not known", { computePlatform: "Server" }],
  ["the platform is not known", {}],
  ["it has ended", { computePlatform: "Lambda", status: "Failed" }],
  ["it has not begun", { computePlatform: "Lambda", status: "Created" }],
  ["no time is known", { computePlatform: "Lambda", createTime: undefined, startTime: undefined }],
])("no limit is claimed when %s", (_, kind) => {
  expect(timeLimit({ ...RUNNING, ...kind })).toBeUndefined();
});
