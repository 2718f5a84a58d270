import type { DeploymentOverview, DeploymentTarget } from "@aws-sdk/client-codedeploy";
import { BatchGetDeploymentTargetsCommand, GetDeploymentCommand } from "@aws-sdk/client-codedeploy";
import { describe, expect, test } from "vitest";
import { listTargetPages } from "../services/codedeploy/list-target-pages.ts";
import { SCENARIOS } from "./catalogue.ts";
import type { Scenario } from "../timeline/scenario.ts";
import { fullLengthMs } from "../timeline/scenario.ts";
import { emulatorForTests } from "../../testing/test-emulator.ts";

const SETTING = { deploymentId: "d-TEST00001", region: "us-east-1", createdAtMs: 0, related: {} };
const emulator = emulatorForTests();

describe.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))("%s", (name, scenario) => {
  const instants = [...new Set([0, ...Object.values(scenario.moments), scenario.lengthMs])];

  test.each(instants)("the SDK reads the deployment %d ms after its creation", async (atMs) => {
    const { deploymentId } = await emulator.control.start(name, { atMs });
    const { deploymentInfo } = await emulator.codeDeploy.send(new GetDeploymentCommand({ deploymentId }));

    const { info } = emulator.state.deployments.get(deploymentId)?.snapshot() ?? {};
    expect(deploymentInfo?.deploymentId).toBe(deploymentId);
    expect(deploymentInfo?.status).toBe(info?.status);
    expect(seconds(deploymentInfo?.createTime)).toBe(info?.createTime);
    expect(seconds(deploymentInfo?.completeTime)).toBe(info?.completeTime);
    expect(deploymentInfo?.errorInformation).toEqual(info?.errorInformation);
  });

  test.each(instants.filter((atMs) => hasCounts(scenario, atMs)))(
    "counts and targets agree %d ms after its creation",
    async (atMs) => {
      const { deploymentId } = await emulator.control.start(name, { atMs });
      const { deploymentInfo } = await emulator.codeDeploy.send(new GetDeploymentCommand({ deploymentId }));
      const overview = withoutZeros(deploymentInfo?.deploymentOverview ?? {});
      expect(countTargets(await readTargets(deploymentId))).toEqual(overview);
    },
  );

  test("is over for good once it is over, and tells of no moment to come", () => {
    const states = Array.from({ length: 200 }, (_, step) => {
      const atMs = (step * (scenario.lengthMs + 10_000)) / 200;
      return { atMs, info: scenario.at(atMs, SETTING).info };
    });
    const over = states.findIndex(({ info }) => isTerminal(info.status));
    expect(
      states.slice(over === -1 ? states.length : over).every(({ info }) => isTerminal(info.status)),
    ).toBe(true);
    for (const { atMs, info } of states) {
      expect(info.completeTime ?? 0).toBeLessThanOrEqual(atMs / 1000);
      expect(isTerminal(info.status)).toBe(info.completeTime !== undefined);
    }
  });

  test("lies wholly in the past of a test that starts it", async () => {
    const { deploymentId } = await emulator.control.start(name);
    const createdAtMs = emulator.state.deployments.get(deploymentId)?.setting.createdAtMs ?? Infinity;
    expect(createdAtMs + fullLengthMs(scenario)).toBeLessThanOrEqual(Date.now());
  });
});

/** Some scenarios have targets, or counts, of kinds that cannot be counted. */
const UNCOUNTABLE = new Set(["unknown-values", "ec2-strange-targets"]);

function hasCounts(scenario: Scenario, atMs: number): boolean {
  const { info } = scenario.at(atMs, SETTING);
  return info.deploymentOverview !== undefined && !UNCOUNTABLE.has(scenario.name);
}

function isTerminal(status: string | undefined): boolean {
  return status === "Succeeded" || status === "Failed" || status === "Stopped";
}

function seconds(date: Date | undefined): number | undefined {
  return date && date.getTime() / 1000;
}

async function readTargets(deploymentId: string): Promise<DeploymentTarget[]> {
  const ids: string[] = [];
  for await (const page of listTargetPages(emulator.codeDeploy, deploymentId)) ids.push(...page);
  const batches = Array.from({ length: Math.ceil(ids.length / 25) }, (_, batch) =>
    emulator.codeDeploy.send(
      new BatchGetDeploymentTargetsCommand({
        deploymentId,
        targetIds: ids.slice(batch * 25, batch * 25 + 25),
      }),
    ),
  );
  return (await Promise.all(batches)).flatMap(({ deploymentTargets }) => deploymentTargets ?? []);
}

function countTargets(targets: readonly DeploymentTarget[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { instanceTarget, ecsTarget, lambdaTarget, cloudFormationTarget } of targets) {
    const { status } = instanceTarget ?? ecsTarget ?? lambdaTarget ?? cloudFormationTarget ?? {};
    if (status) counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
}

function withoutZeros(overview: DeploymentOverview): object {
  return Object.fromEntries(Object.entries(overview).filter(([, count]) => count !== 0));
}
