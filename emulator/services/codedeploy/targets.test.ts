import {
  BatchGetDeploymentTargetsCommand,
  GetDeploymentConfigCommand,
  ListDeploymentTargetsCommand,
} from "@aws-sdk/client-codedeploy";
import { describe, expect, test } from "vitest";
import { listTargetPages } from "./list-target-pages.ts";
import { SCENARIOS } from "../../scenarios/catalogue.ts";
import { emulatorForTests } from "../../../testing/test-emulator.ts";

const emulator = emulatorForTests();

describe("ListDeploymentTargets", () => {
  test("pages through a fleet of 1,000", async () => {
    const { deploymentId } = await emulator.control.start("ec2-fleet", { moment: "halfway" });
    const pages: number[] = [];
    const ids = new Set<string>();
    for await (const page of listTargetPages(emulator.codeDeploy, deploymentId)) {
      pages.push(page.length);
      for (const id of page) ids.add(id);
    }
    expect(pages).toEqual(Array.from({ length: 10 }, () => 100));
    expect(ids.size).toBe(1000);
  });

  test("filters by state and by label", async () => {
    const { deploymentId } = await emulator.control.start("ec2-blue-green", { moment: "installing" });
    const list = async (targetFilters: Record<string, string[]>) => {
      const command = new ListDeploymentTargetsCommand({ deploymentId, targetFilters });
      return (await emulator.codeDeploy.send(command)).targetIds?.length;
    };
    expect(await list({})).toBe(6);
    expect(await list({ ServerInstanceLabel: ["Green"] })).toBe(3);
    expect(await list({ ServerInstanceLabel: ["Blue"], TargetStatus: ["Pending"] })).toBe(3);
    expect(await list({ TargetStatus: ["Failed"] })).toBe(0);
  });

  test.each([
    ["ec2-created", {}, "DeploymentNotStartedException"],
    ["ec2-succeeded", { nextToken: "bm90IGEgdG9rZW4" }, "InvalidNextTokenException"],
    ["ec2-succeeded", { targetFilters: { Colour: ["Blue"] } }, "InvalidTargetFilterNameException"],
    ["ec2-succeeded", { targetFilters: { TargetStatus: ["Sad"] } }, "InvalidInstanceStatusException"],
    [
      "ec2-succeeded",
      { targetFilters: { ServerInstanceLabel: ["Blue"] } },
      "InvalidDeploymentInstanceTypeException",
    ],
    ["ec2-blue-green", { targetFilters: { ServerInstanceLabel: ["Red"] } }, "InvalidInstanceTypeException"],
  ])("of %s with %j is refused", async (scenario, input: object, name) => {
    const { deploymentId } = await emulator.control.start(scenario, { atMs: 20_000 });
    const command = new ListDeploymentTargetsCommand({ deploymentId, ...input });
    await expect(emulator.codeDeploy.send(command)).rejects.toMatchObject({ name });
  });
});

describe("BatchGetDeploymentTargets", () => {
  test("answers 25 ids and refuses 26", async () => {
    const { deploymentId } = await emulator.control.start("ec2-fleet", { moment: "halfway" });
    const { targetIds = [] } = await emulator.codeDeploy.send(
      new ListDeploymentTargetsCommand({ deploymentId }),
    );
    const get = (count: number) =>
      emulator.codeDeploy.send(
        new BatchGetDeploymentTargetsCommand({ deploymentId, targetIds: targetIds.slice(0, count) }),
      );
    expect((await get(25)).deploymentTargets).toHaveLength(25);
    await expect(get(26)).rejects.toMatchObject({ name: "DeploymentTargetListSizeExceededException" });
  });

  test.each([
    [[], "DeploymentTargetIdRequiredException"],
    [["i-0000000000000dead"], "DeploymentTargetDoesNotExistException"],
    [[" "], "InvalidDeploymentTargetIdException"],
  ])("of %j is refused", async (targetIds, name) => {
    const { deploymentId } = await emulator.control.start("ec2-succeeded", { moment: "done" });
    const command = new BatchGetDeploymentTargetsCommand({ deploymentId, targetIds });
    await expect(emulator.codeDeploy.send(command)).rejects.toMatchObject({ name });
  });

  test("leaves out a target that has vanished since it was listed", async () => {
    const { deploymentId } = await emulator.control.start("ec2-strange-targets", { moment: "running" });
    const { targetIds = [] } = await emulator.codeDeploy.send(
      new ListDeploymentTargetsCommand({ deploymentId }),
    );
    const command = new BatchGetDeploymentTargetsCommand({ deploymentId, targetIds });
    const { deploymentTargets = [] } = await emulator.codeDeploy.send(command);
    expect(deploymentTargets).toHaveLength(targetIds.length - 1);
  });
});

describe("GetDeploymentConfig", () => {
  test.each([
    ["CodeDeployDefault.ECSLinear10PercentEvery1Minutes", "TimeBasedLinear"],
    ["CodeDeployDefault.LambdaCanary10Percent5Minutes", "TimeBasedCanary"],
  ])("tells how %s shifts traffic", async (deploymentConfigName, type) => {
    const command = new GetDeploymentConfigCommand({ deploymentConfigName });
    const { deploymentConfigInfo } = await emulator.codeDeploy.send(command);
    expect(deploymentConfigInfo?.trafficRoutingConfig?.type).toBe(type);
  });

  test.each([
    ["", "DeploymentConfigNameRequiredException"],
    ["no such\nname", "InvalidDeploymentConfigNameException"],
    ["CodeDeployDefault.Never", "DeploymentConfigDoesNotExistException"],
  ])("of %j is refused", async (deploymentConfigName, name) => {
    const command = new GetDeploymentConfigCommand({ deploymentConfigName });
    await expect(emulator.codeDeploy.send(command)).rejects.toMatchObject({ name });
  });

  test.each(SCENARIOS.filter(({ name }) => !OWN_WORDS.has(name)))(
    "knows the configuration of $name",
    async (scenario) => {
      const setting = { deploymentId: "d-TEST00001", region: "us-east-1", createdAtMs: 0, related: {} };
      const { deploymentConfigName } = scenario.at(0, setting).info;
      const command = new GetDeploymentConfigCommand({ deploymentConfigName });
      const { deploymentConfigInfo } = await emulator.codeDeploy.send(command);
      expect(deploymentConfigInfo?.deploymentConfigName).toBe(deploymentConfigName);
    },
  );
});

/** Scenarios whose configuration is a part of the play, or is not told. */
const OWN_WORDS = new Set(["hostile-text", "unknown-values", "ec2-strange-targets", "bare"]);
