import { beforeEach, expect, test } from "vitest";
import { LIVE_SEEDS, STATIC_SEEDS } from "./seed-list.ts";
import { Seeds } from "./seeds.ts";
import { Deployments } from "../deployments/deployments.ts";
import { SCENARIOS } from "../scenarios/catalogue.ts";
import { minutes, seconds } from "../timeline/duration.ts";

let nowMs: number;
let deployments: Deployments;
let seeds: Seeds;

beforeEach(() => {
  nowMs = Date.UTC(2031, 4, 1);
  deployments = new Deployments(() => nowMs);
  seeds = new Seeds(deployments);
});

test("the demo shows every scenario once", () => {
  const seeded = [...LIVE_SEEDS, ...STATIC_SEEDS].map(({ scenario }) => scenario);
  expect(seeded.toSorted()).toEqual(SCENARIOS.map(({ name }) => name).toSorted());
});

test("examples have valid ids and a sentence, the live ones first", () => {
  const examples = seeds.examples();
  for (const { deploymentId, description, region } of examples) {
    expect(deploymentId).toMatch(/^d-[A-Z0-9]{9}$/);
    expect(description).toMatch(/^[A-Z].{20,}\.$/);
    expect(deployments.find(deploymentId, region)).toBeDefined();
  }
  expect(new Set(examples.map(({ deploymentId }) => deploymentId)).size).toBe(examples.length);
  expect(examples[0]?.deploymentId).toBe("d-ROLL00001");
});

test("no two deployments of one group go on at a time, as at AWS", () => {
  const running = seeds.examples().flatMap(({ deploymentId }) => {
    const { info } = deployments.get(deploymentId)?.snapshot() ?? {};
    const isOver = ["Succeeded", "Failed", "Stopped"].includes(info?.status ?? "");
    return info?.applicationName === undefined || isOver
      ? []
      : [`${info.applicationName}/${info.deploymentGroupName}`];
  });
  expect(running.toSorted()).toEqual([...new Set(running)].toSorted());
});

test("at every moment of three hours at least three of the rolling kinds are in progress", () => {
  const watched = LIVE_SEEDS.slice(0, 6).map(({ idPrefix }) => `d-${idPrefix}`);
  for (let step = 0; step < 3 * 60 * 3; step += 1) {
    nowMs += seconds(20);
    const moving = seeds
      .examples()
      .filter(({ deploymentId }) => watched.some((prefix) => deploymentId.startsWith(prefix)))
      .filter(({ deploymentId }) => {
        const status = deployments.get(deploymentId)?.snapshot().info.status;
        return status === "Created" || status === "InProgress";
      });
    expect(moving.length).toBeGreaterThanOrEqual(3);
  }
});

test("a newcomer can stop, roll back, reroute, end a wait and deploy again: what that takes is there", () => {
  const states = seeds.examples().map(({ deploymentId }) => {
    const { scenario } = deployments.get(deploymentId) ?? {};
    const snapshot = deployments.get(deploymentId)?.snapshot();
    const { status, deploymentStyle, creator } = snapshot?.info ?? {};
    return {
      platform: scenario?.computePlatform,
      status,
      wait: snapshot?.wait,
      style: deploymentStyle?.deploymentType,
      creator,
    };
  });
  const running = { status: "InProgress", creator: "user" };
  expect(states).toContainEqual(
    expect.objectContaining({ ...running, platform: "Server", style: "IN_PLACE" }),
  );
  expect(states).toContainEqual(expect.objectContaining({ ...running, platform: "ECS" }));
  expect(states).toContainEqual(expect.objectContaining({ ...running, platform: "Lambda" }));
  expect(states).toContainEqual(expect.objectContaining({ wait: "READY_WAIT", platform: "Server" }));
  expect(states).toContainEqual(expect.objectContaining({ wait: "READY_WAIT", platform: "ECS" }));
  expect(states).toContainEqual(expect.objectContaining({ wait: "TERMINATION_WAIT" }));
  expect(states).toContainEqual(expect.objectContaining({ status: "Failed", platform: "Server" }));
});

test("a failed deployment of the demo has earlier successes, and one that is created in its group runs by itself", () => {
  const group = groupOf("d-SAMEFAIL1");
  const successes = group.filter((deployment) => deployment.snapshot().info.status === "Succeeded");
  expect(successes.length).toBeGreaterThan(2);
  const [newest, ...older] = group;
  if (!newest) throw new Error("The group is empty.");
  const created = deployments.create([newest, ...older], newest.snapshot().info);
  nowMs += minutes(30);
  expect(created.snapshot().info.status).toBe("Succeeded");
});

test("a run that is over is followed by one with a new id, and stays as it is", () => {
  nowMs += minutes(10);
  const [next] = seeds.examples();
  expect(next?.deploymentId).toBe("d-ROLL00002");
  expect(deployments.get("d-ROLL00001")?.snapshot().info.status).toBe("Succeeded");
});

test("of the runs that are over only the latest are kept, even after a night's sleep", () => {
  nowMs += minutes(60 * 9);
  const [newest] = seeds.examples();
  expect(deployments.get("d-ROLL00001")).toBeUndefined();
  const count = Number(newest?.deploymentId.slice(-5));
  expect(count).toBeGreaterThan(50);
  expect(deployments.get(`d-ROLL${String(count - 3).padStart(5, "0")}`)).toBeDefined();
});

/** The deployments of its group, newest first. */
function groupOf(deploymentId: string) {
  const { applicationName } = deployments.get(deploymentId)?.snapshot().info ?? {};
  return deployments
    .inRegion("us-east-1")
    .filter((deployment) => deployment.snapshot().info.applicationName === applicationName)
    .toSorted((one, other) => other.setting.createdAtMs - one.setting.createdAtMs);
}
