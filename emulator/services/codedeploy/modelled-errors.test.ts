import { beforeAll, describe, expect, test } from "vitest";
import type { RawClient } from "../../../testing/signed-request.ts";
import { rawClient } from "../../../testing/signed-request.ts";
import { emulatorForTests } from "../../../testing/test-emulator.ts";
import { modelledErrors, modelledOperations, WITHOUT_CAUSE } from "./modelled-errors.ts";
import { CREATION_CAUSES, GROUP_ERRORS, LONG, NAMES, startIdleGroups } from "./creation-causes.ts";

const emulator = emulatorForTests();
let client: RawClient;

/** The deployments that the inputs below name, by what is special about them. */
let ids: Readonly<
  Record<"created" | "server" | "running" | "blueGreen" | "ready" | "ecs" | "lambda" | "stack", string>
>;

beforeAll(async () => {
  client = await rawClient(emulator, { allow: ["codedeploy:*"] });
  await emulator.control.start("ec2-rolling");
  await startIdleGroups(emulator.control);
  const start = async (scenario: string, atMs: number) =>
    (await emulator.control.start(scenario, { atMs })).deploymentId;
  ids = {
    created: await start("ec2-created", 0),
    server: await start("ec2-succeeded", 60_000),
    running: await start("ec2-rolling", 60_000),
    ready: await start("ec2-blue-green-ready", 100_000),
    stack: await start("cloudformation-baking", 60_000),
    blueGreen: await start("ec2-blue-green", 200_000),
    ecs: await start("ecs-linear", 200_000),
    lambda: await start("lambda-canary", 60_000),
  };
});

const ID_ERRORS = {
  DeploymentIdRequiredException: () => ({}),
  InvalidDeploymentIdException: () => ({ deploymentId: "d-short", targetId: "i-1", instanceId: "i-1" }),
  DeploymentDoesNotExistException: () => ({ deploymentId: "d-NOWHERE01" }),
};

const TARGET_ERRORS = {
  ...ID_ERRORS,
  DeploymentNotStartedException: () => ({
    deploymentId: ids.created,
    targetId: "i-1",
    targetIds: ["i-1"],
  }),
  DeploymentTargetIdRequiredException: () => ({ deploymentId: ids.server, targetIds: [] }),
};

const LIST_ERRORS = {
  ...ID_ERRORS,
  DeploymentNotStartedException: () => ({ deploymentId: ids.created }),
  InvalidNextTokenException: () => ({ deploymentId: ids.server, nextToken: "of nobody" }),
};

const INSTANCE_ERRORS = {
  ...ID_ERRORS,
  InvalidComputePlatformException: () => ({ deploymentId: ids.lambda }),
};

const APPLICATION_ERRORS = {
  ApplicationNameRequiredException: () => ({}),
  InvalidApplicationNameException: () => ({ applicationName: "two words" }),
  ApplicationDoesNotExistException: () => ({ applicationName: "nothing" }),
};

const names = (count: number) => Array.from({ length: count }, (_, place) => `name-${place}`);

const ACTION_ERRORS = {
  ...ID_ERRORS,
  DeploymentAlreadyCompletedException: () => ({ deploymentId: ids.server }),
};

/** A request for each error of each operation that the emulator has. */
const CAUSES: Readonly<Record<string, Readonly<Record<string, () => object>>>> = {
  GetDeployment: ID_ERRORS,
  ListDeploymentTargets: {
    ...LIST_ERRORS,
    InvalidInstanceStatusException: () => ({
      deploymentId: ids.server,
      targetFilters: { TargetStatus: ["Sad"] },
    }),
    InvalidInstanceTypeException: () => ({
      deploymentId: ids.blueGreen,
      targetFilters: { ServerInstanceLabel: ["Red"] },
    }),
    InvalidDeploymentInstanceTypeException: () => ({
      deploymentId: ids.server,
      targetFilters: { ServerInstanceLabel: ["Blue"] },
    }),
    InvalidTargetFilterNameException: () => ({
      deploymentId: ids.server,
      targetFilters: { constructor: ["Blue"] },
    }),
  },
  BatchGetDeploymentTargets: {
    ...TARGET_ERRORS,
    InvalidDeploymentTargetIdException: () => ({ deploymentId: ids.ecs, targetIds: ["storefront"] }),
    DeploymentTargetDoesNotExistException: () => ({ deploymentId: ids.ecs, targetIds: ["prod:nothing"] }),
    DeploymentTargetListSizeExceededException: () => ({
      deploymentId: ids.ecs,
      targetIds: ["prod:storefront", "prod:storefront"],
    }),
  },
  GetDeploymentTarget: {
    ...TARGET_ERRORS,
    InvalidDeploymentTargetIdException: () => ({ deploymentId: ids.server, targetId: " " }),
    DeploymentTargetDoesNotExistException: () => ({
      deploymentId: ids.server,
      targetId: "i-0123456789abcdef0",
    }),
    InvalidInstanceNameException: () => ({ deploymentId: ids.server, targetId: LONG }),
  },
  GetDeploymentConfig: {
    DeploymentConfigNameRequiredException: () => ({}),
    InvalidDeploymentConfigNameException: () => ({ deploymentConfigName: "no such\nname" }),
    DeploymentConfigDoesNotExistException: () => ({ deploymentConfigName: "CodeDeployDefault.Never" }),
  },
  ListDeploymentConfigs: {
    InvalidNextTokenException: () => ({ nextToken: "of nobody" }),
  },
  ListDeployments: {
    ...GROUP_ERRORS,
    InvalidTimeRangeException: () => ({ createTimeRange: { start: 1.6e9, end: 1.5e9 } }),
    InvalidDeploymentStatusException: () => ({ includeOnlyStatuses: ["Sad"] }),
    InvalidNextTokenException: () => ({ nextToken: "of nobody" }),
    InvalidExternalIdException: () => ({ externalId: "stack" }),
    InvalidInputException: () => ({
      ...NAMES,
      externalId: "arn:aws:cloudformation:us-east-1:123456789012:stack/shop/1",
    }),
  },
  GetDeploymentGroup: GROUP_ERRORS,
  ListDeploymentGroups: {
    ...APPLICATION_ERRORS,
    InvalidNextTokenException: () => ({ ...NAMES, nextToken: "of nobody" }),
  },
  BatchGetDeploymentGroups: {
    ...APPLICATION_ERRORS,
    DeploymentGroupNameRequiredException: () => NAMES,
    InvalidDeploymentGroupNameException: () => ({ ...NAMES, deploymentGroupNames: ["two words"] }),
    BatchLimitExceededException: () => ({ ...NAMES, deploymentGroupNames: names(101) }),
  },
  ListApplications: {
    InvalidNextTokenException: () => ({ nextToken: "of nobody" }),
  },
  BatchGetApplications: {
    ApplicationNameRequiredException: () => ({}),
    InvalidApplicationNameException: () => ({ applicationNames: ["two words"] }),
    ApplicationDoesNotExistException: () => ({ applicationNames: ["nothing"] }),
    BatchLimitExceededException: () => ({ applicationNames: names(101) }),
  },
  BatchGetDeployments: {
    DeploymentIdRequiredException: () => ({ deploymentIds: [] }),
    InvalidDeploymentIdException: () => ({ deploymentIds: [ids.server, "nonsense"] }),
    BatchLimitExceededException: () => ({ deploymentIds: Array.from({ length: 26 }, () => ids.server) }),
  },
  GetDeploymentInstance: {
    ...INSTANCE_ERRORS,
    InstanceIdRequiredException: () => ({ deploymentId: ids.server }),
    InstanceDoesNotExistException: () => ({ deploymentId: ids.server, instanceId: "i-0123456789abcdef0" }),
    InvalidInstanceNameException: () => ({ deploymentId: ids.server, instanceId: LONG }),
  },
  ListDeploymentInstances: {
    ...LIST_ERRORS,
    ...INSTANCE_ERRORS,
    InvalidInstanceStatusException: () => ({ deploymentId: ids.server, instanceStatusFilter: ["Sad"] }),
    InvalidInstanceTypeException: () => ({ deploymentId: ids.blueGreen, instanceTypeFilter: ["Red"] }),
    InvalidDeploymentInstanceTypeException: () => ({
      deploymentId: ids.server,
      instanceTypeFilter: ["Blue"],
    }),
  },
  BatchGetDeploymentInstances: {
    ...INSTANCE_ERRORS,
    InstanceIdRequiredException: () => ({ deploymentId: ids.server, instanceIds: [] }),
    InvalidInstanceNameException: () => ({ deploymentId: ids.server, instanceIds: ["i-1", "two words"] }),
    BatchLimitExceededException: () => ({
      deploymentId: ids.server,
      instanceIds: Array.from({ length: 26 }, () => "i-1"),
    }),
  },
  ...CREATION_CAUSES,
  StopDeployment: {
    ...ACTION_ERRORS,
    UnsupportedActionForDeploymentTypeException: () => ({ deploymentId: ids.stack }),
  },
  ContinueDeployment: {
    ...ACTION_ERRORS,
    DeploymentIsNotInReadyStateException: () => ({ deploymentId: ids.ecs }),
    UnsupportedActionForDeploymentTypeException: () => ({ deploymentId: ids.running }),
    InvalidDeploymentWaitTypeException: () => ({
      deploymentId: ids.ready,
      deploymentWaitType: "TERMINATION_WAIT",
    }),
    InvalidDeploymentStatusException: () => ({
      deploymentId: ids.ecs,
      deploymentWaitType: "TERMINATION_WAIT",
    }),
  },
  SkipWaitTimeForInstanceTermination: {
    ...ACTION_ERRORS,
    DeploymentNotStartedException: () => ({ deploymentId: ids.created }),
    UnsupportedActionForDeploymentTypeException: () => ({ deploymentId: ids.lambda }),
  },
};

describe.each(Object.entries(CAUSES))("%s", (operation, causes) => {
  test("has a cause for every error of the API model", () => {
    const told = [...Object.keys(causes), ...(WITHOUT_CAUSE[operation] ?? [])];
    expect(told.toSorted()).toEqual(modelledErrors(operation));
  });

  test.each(Object.entries(causes))("is refused with %s", async (type, input) => {
    const { status, text } = await client.codeDeploy(operation, input());
    expect(JSON.parse(text)).toEqual({ __type: type, message: expect.stringMatching(/\S/) });
    expect(status).toBe(400);
  });
});

test("an operation of CodeDeploy's is in the list above, or the emulator says by name that it lacks it", async () => {
  const all = modelledOperations();
  expect(all.length).toBeGreaterThan(40);
  for (const operation of all.filter((name) => !Object.hasOwn(CAUSES, name))) {
    const { status, text } = await client.codeDeploy(operation, {});
    expect(JSON.parse(text)).toEqual({
      __type: "OperationNotInEmulator",
      message: expect.stringContaining(`AWS has CodeDeploy's ${operation}; this emulator lacks it.`),
    });
    expect(status).toBe(501);
  }
});
