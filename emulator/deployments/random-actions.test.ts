import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { RawClient } from "../../testing/signed-request.ts";
import { rawClient } from "../../testing/signed-request.ts";
import { emulatorForTests } from "../../testing/test-emulator.ts";
import { departuresFromModel, isModelledError } from "../model/parse-by-model.ts";
import { requireScenario, SCENARIOS } from "../scenarios/catalogue.ts";
import type { Scenario } from "../timeline/scenario.ts";

const emulator = emulatorForTests();
let client: RawClient;
let groups = 0;
/** The operations that have done something. */
const accepted = new Set<string>();

beforeAll(async () => {
  client = await rawClient(emulator, { allow: ["codedeploy:*"] });
});

/** Those that leave the model on purpose, and the fleets, whose targets take minutes to read. */
const LEFT_OUT = new Set(["unknown-values", "ec2-strange-targets", "ec2-fleet", "ec2-fleet-5000"]);
const ACTED_ON = SCENARIOS.filter(({ name }) => !LEFT_OUT.has(name));

const WAITING = ACTED_ON.filter(({ play }) => play?.continued);
const scenario = fc.oneof(fc.constantFrom(...ACTED_ON), fc.constantFrom(...WAITING));

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ advanceMs: fc.integer({ min: 0, max: 600_000 }) }) },
  fc.record({ advanceMs: fc.integer({ min: 0, max: 3_000 }) }),
  fc.record({
    operation: fc.constant("StopDeployment"),
    input: fc.record({ autoRollbackEnabled: fc.boolean() }, { requiredKeys: [] }),
  }),
  fc.record({
    operation: fc.constant("ContinueDeployment"),
    input: fc.record(
      { deploymentWaitType: fc.constantFrom("READY_WAIT", "TERMINATION_WAIT", "LUNCH_BREAK") },
      { requiredKeys: [] },
    ),
  }),
  fc.record({ operation: fc.constant("SkipWaitTimeForInstanceTermination"), input: fc.constant({}) }),
  fc.record({
    operation: fc.constant("CreateDeployment"),
    input: fc.record(
      { description: fc.string(), ignoreApplicationStopFailures: fc.boolean() },
      { requiredKeys: [] },
    ),
  }),
);

/** From which status which other one may follow, as AWS's deployments move; none follows an end. */
const NEXT: Readonly<Record<string, readonly string[]>> = {
  Created: ["Queued", "InProgress", "Ready", "Baking", "Succeeded", "Failed", "Stopped"],
  Queued: ["InProgress", "Ready", "Baking", "Succeeded", "Failed", "Stopped"],
  InProgress: ["Ready", "Baking", "Succeeded", "Failed", "Stopped"],
  Ready: ["InProgress", "Succeeded", "Failed", "Stopped"],
  Baking: ["Succeeded", "Failed", "Stopped"],
};

/** Of how much of a scenario's length it is at a moment. */
function share({ lengthMs, moments }: Scenario, moment: string): number {
  return (moments[moment] ?? 0) / lengthMs;
}

const linear = requireScenario("ecs-linear");
const ready = requireScenario("ec2-blue-green-ready");
const END_WAIT = { operation: "SkipWaitTimeForInstanceTermination", input: {} };
const REROUTE = { operation: "ContinueDeployment", input: { deploymentWaitType: "READY_WAIT" } } as const;
const CREATE = { operation: "CreateDeployment", input: {} };
const STOP = { operation: "StopDeployment", input: { autoRollbackEnabled: true } };

type Json = Readonly<Record<string, unknown>>;

test("whatever is done at whatever time, answers keep to the model, statuses move as AWS's do, and an end is an end", async () => {
  await fc.assert(
    fc.asyncProperty(
      scenario,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.array(step, { minLength: 1, maxLength: 8 }),
      async ({ name, lengthMs }, from, steps) => {
        groups += 1;
        const group = { applicationName: `app-${groups}`, deploymentGroupName: "prod" };
        const atMs = Math.round(from * lengthMs);
        const deployment = await emulator.control.start(name, { atMs, ...group });
        const { deploymentId } = deployment;
        let before = await look(deploymentId);
        const revision = before["revision"];
        for (const each of steps) {
          if ("advanceMs" in each) {
            await deployment.advance(each.advanceMs);
          } else if (each.operation === "CreateDeployment") {
            const { deploymentId: created } = await ask(each.operation, {
              ...group,
              ...each.input,
              revision,
            });
            if (typeof created === "string") await expectToRun(created);
          } else {
            await ask(each.operation, { deploymentId, ...each.input });
          }
          const now = await look(deploymentId);
          expect(faultsOfMove(before, now)).toEqual([]);
          before = now;
          const rollbackId = recordIn(now, "rollbackInfo")["rollbackDeploymentId"];
          if (typeof rollbackId === "string") await look(rollbackId);
        }
        await deployment.remove();
      },
    ),
    {
      numRuns: 60,
      examples: [
        [linear, share(linear, "terminationWait"), [END_WAIT, STOP, { advanceMs: 60_000 }]],
        [ready, 1, [CREATE, { advanceMs: 60_000 }]],
        [ready, share(ready, "ready"), [REROUTE, { advanceMs: 5_000 }, STOP, { advanceMs: 60_000 }]],
      ],
    },
  );
  expect([...accepted].toSorted()).toEqual([
    "ContinueDeployment",
    "CreateDeployment",
    "SkipWaitTimeForInstanceTermination",
    "StopDeployment",
  ]);
}, 60_000);

/** A created deployment moves as others do, to its end. */
async function expectToRun(deploymentId: string): Promise<void> {
  const clock = await emulator.control.deployment(deploymentId);
  let before = await look(deploymentId);
  for (const advanceMs of [30_000, 60_000, 10 * 3_600_000]) {
    await clock.advance(advanceMs);
    const now = await look(deploymentId);
    expect(faultsOfMove(before, now)).toEqual([]);
    before = now;
  }
  expect(NEXT[String(before["status"])]).toBeUndefined();
}

/** What is wrong about one answer that follows on another. */
function faultsOfMove(before: Json, now: Json): string[] {
  const [from, to] = [String(before["status"]), String(now["status"])];
  const isOver = NEXT[to] === undefined;
  const faults = from === to || NEXT[from]?.includes(to) ? [] : [`${from} is followed by ${to}`];
  if ((now["completeTime"] !== undefined) !== isOver) faults.push(`${to} has a wrong completeTime`);
  if (NEXT[from] !== undefined) return faults;
  const moved = Object.keys({ ...before, ...now }).filter(
    (name) => !FOLLOWERS.has(name) && JSON.stringify(before[name]) !== JSON.stringify(now[name]),
  );
  return [...faults, ...moved.map((name) => `${name} changed after the end`)];
}

/** What is told later of a deployment that has ended. */
const FOLLOWERS = new Set(["rollbackInfo", "relatedDeployments"]);

/** Reads a deployment with its targets, each answer against the model. */
async function look(deploymentId: string): Promise<Json> {
  const info = recordIn(await ask("GetDeployment", { deploymentId }), "deploymentInfo");
  const { targetIds: ids } = await ask("ListDeploymentTargets", { deploymentId });
  const targetIds = Array.isArray(ids) ? ids.slice(0, 25) : [];
  if (targetIds.length > 0) await ask("BatchGetDeploymentTargets", { deploymentId, targetIds });
  return info;
}

const WITHOUT_OUTPUT = new Set(["ContinueDeployment", "SkipWaitTimeForInstanceTermination"]);

/** Asks, and compares the answer or the refusal with the model. */
async function ask(operation: string, input: object): Promise<Json> {
  const { status, text } = await client.codeDeploy(operation, input);
  const body: Json = JSON.parse(text);
  expect(departuresOf(operation, status, body)).toEqual([]);
  if (status === 200 && !/^(?:Get|List|Batch)/.test(operation)) accepted.add(operation);
  return body;
}

function departuresOf(operation: string, status: number, body: Json): string[] {
  if (status !== 200) return isModelledError(String(body["__type"])) ? [] : [JSON.stringify(body)];
  return WITHOUT_OUTPUT.has(operation) ? Object.keys(body) : departuresFromModel(`${operation}Output`, body);
}

function recordIn(body: Json, name: string): Json {
  const value = body[name];
  return typeof value === "object" && value !== null ? { ...value } : {};
}
