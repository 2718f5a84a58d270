import type { Credentials } from "aws4";
import { RequestSigner } from "aws4";
import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { departuresFromModel, isModelledError } from "./parse-by-model.ts";
import { SCENARIOS } from "../scenarios/catalogue.ts";
import { OPERATIONS } from "../services/codedeploy/codedeploy.ts";
import { sendAsSigned } from "../../testing/send-as-signed.ts";
import { emulatorForTests } from "../../testing/test-emulator.ts";

const emulator = emulatorForTests();
let credentials: Credentials;

beforeAll(async () => {
  credentials = await emulator.control.credentials();
});

type Json = Readonly<Record<string, unknown>>;

/** What there is to ask about a deployment at one moment. */
interface Subject {
  readonly deploymentId: string;
  readonly targetIds: readonly string[];
  readonly info: Json;
}

/** What is asked of each operation, besides what {@link departuresOf} has to know first. */
const ASKS: Readonly<Record<string, (subject: Subject) => readonly Json[]>> = {
  GetDeployment: () => [],
  BatchGetDeployments: ({ deploymentId }) => [{ deploymentIds: [deploymentId] }],
  ListDeployments: ({ info: { applicationName, deploymentGroupName } }) => [
    applicationName === undefined ? {} : { applicationName, deploymentGroupName },
  ],
  GetDeploymentGroup: ({ info: { applicationName, deploymentGroupName } }) =>
    applicationName === undefined ? [] : [{ applicationName, deploymentGroupName }],
  ListApplications: () => [{}],
  BatchGetApplications: ({ info: { applicationName } }) =>
    applicationName === undefined ? [] : [{ applicationNames: [applicationName] }],
  ListDeploymentGroups: ({ info: { applicationName } }) =>
    applicationName === undefined ? [] : [{ applicationName }],
  BatchGetDeploymentGroups: ({ info: { applicationName, deploymentGroupName } }) =>
    applicationName === undefined ? [] : [{ applicationName, deploymentGroupNames: [deploymentGroupName] }],
  GetDeploymentConfig: ({ info: { deploymentConfigName } }) =>
    deploymentConfigName === undefined ? [] : [{ deploymentConfigName }],
  ListDeploymentConfigs: () => [{}],
  GetApplicationRevision: ({ info: { applicationName, revision, previousRevision } }) =>
    [revision, previousRevision].flatMap((each) => (each ? [{ applicationName, revision: each }] : [])),
  ListDeploymentTargets: ({ deploymentId }) => [
    { deploymentId, targetFilters: { TargetStatus: ["Failed"] } },
  ],
  BatchGetDeploymentTargets: ({ deploymentId, targetIds }) =>
    batches(targetIds).map((batch) => ({ deploymentId, targetIds: batch })),
  GetDeploymentTarget: ({ deploymentId, targetIds }) =>
    targetIds.slice(0, 1).map((targetId) => ({ deploymentId, targetId })),
  ListDeploymentInstances: ({ deploymentId }) => [{ deploymentId }],
  BatchGetDeploymentInstances: ({ deploymentId, targetIds }) =>
    batches(targetIds).map((batch) => ({ deploymentId, instanceIds: batch })),
  GetDeploymentInstance: ({ deploymentId, targetIds }) =>
    targetIds.slice(0, 1).map((instanceId) => ({ deploymentId, instanceId })),
};

/** The first and the last of a fleet: asking for all of five thousand takes minutes. */
function batches(ids: readonly string[]): (readonly string[])[] {
  return [ids.slice(0, 25), ids.slice(25).slice(-25)].filter(({ length }) => length > 0);
}

/** What AWS itself answers for CodeDeployDefault.OneAtATime. */
const AS_AWS_DOES = "minimumHealthyHosts.type is MOST_CONCURRENCY, which is not in its enum";

/** What leaves the model on purpose, as AWS may do one day; by scenario. */
const DEPARTURES: Readonly<Record<string, readonly string[]>> = {
  "unknown-values": [
    "autoRollbackConfiguration.events[] is DEPLOYMENT_PAUSED, which is not in its enum",
    "computePlatform is EKS, which is not in its enum",
    "creator is EventBridgeScheduler, which is not in its enum",
    "deploymentOverview.Paused is not in the model",
    "deploymentStyle.deploymentOption is WITH_MESH, which is not in its enum",
    "deploymentStyle.deploymentType is ROLLING, which is not in its enum",
    "errorInformation.code is UNABLE_TO_SEND_ASG, which is not in its enum",
    "fileExistsBehavior is MERGE, which is not in its enum",
    "lastAttemptedDeployment.status is Paused, which is not in its enum",
    "pauseInfo is not in the model",
    "revision.ociLocation is not in the model",
    "revision.revisionType is OCI, which is not in its enum",
    "status is Paused, which is not in its enum",
  ],
  "ec2-strange-targets": [
    "deploymentTargetType is EdgeTarget, which is not in its enum",
    "edgeTarget is not in the model",
    "instanceTarget.lifecycleEvents[].status is Paused, which is not in its enum",
    "instanceTarget.status is Quarantined, which is not in its enum",
    // The same in the answers about instances.
    "lifecycleEvents[].status is Paused, which is not in its enum",
    "status is Quarantined, which is not in its enum",
  ],
};

/** Those change what they are asked about: `deployments/random-actions.test.ts` tries them. */
const ACTIONS = [
  "StopDeployment",
  "ContinueDeployment",
  "SkipWaitTimeForInstanceTermination",
  "CreateDeployment",
  "RegisterApplicationRevision",
];

/** How many good answers there were, by operation. */
const answered = new Map<string, number>();

test.each(SCENARIOS)("every answer about $name is of the model's shape", async ({ name, lengthMs }) => {
  const found = new Set<string>();
  const deployment = await emulator.control.start(name);
  for (const instant of [0, 1, 2, 3, 4, 5, 6, 7]) {
    await deployment.moveTo((instant * lengthMs) / 7);
    for (const deploymentId of [deployment.deploymentId, ...Object.values(deployment.related)]) {
      for (const departure of await departuresOf(deploymentId)) found.add(departure);
    }
  }
  await deployment.remove();
  found.delete(AS_AWS_DOES);
  expect([...found].toSorted()).toEqual(DEPARTURES[name] ?? []);
});

test("every operation of the emulator is tried, and has answered", () => {
  const silent = Object.keys(OPERATIONS).filter((operation) => !answered.has(operation));
  expect(silent.toSorted()).toEqual(ACTIONS.toSorted());
});

test("the README names every operation of the emulator, and no other", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const [, named = ""] = /^\| CodeDeploy +\| (.+?) +\|/m.exec(readme) ?? [];
  expect(named.split(", ").toSorted()).toEqual(Object.keys(OPERATIONS).toSorted());
});

/** Asks everything about a deployment as it is now, and tells what of the answers departs from the model. */
async function departuresOf(deploymentId: string): Promise<string[]> {
  const departures: string[] = [];
  const ask = async (operation: string, input: Json) => {
    const { isGood, body } = await send(operation, input);
    if (isGood) answered.set(operation, (answered.get(operation) ?? 0) + 1);
    const found = isGood
      ? departuresFromModel(`${operation}Output`, body)
      : departuresOfRefusal(operation, body);
    departures.push(...found.map(withoutPlace));
    return body;
  };
  const info = recordIn(await ask("GetDeployment", { deploymentId }), "deploymentInfo");
  const targetIds = textsIn(await ask("ListDeploymentTargets", { deploymentId }), "targetIds");
  for (const operation of Object.keys(OPERATIONS)) {
    for (const input of ASKS[operation]?.({ deploymentId, targetIds, info }) ?? [])
      await ask(operation, input);
  }
  return departures;
}

/** A departure is the same one in whatever answer and at whatever place of a list it stands. */
function withoutPlace(departure: string): string {
  return departure.replaceAll(/\[\d+\]/g, "[]").replace(/^\w+Output\.\w+(?:\[\])?\./, "");
}

/** A refusal names a modelled error, and says why. */
function departuresOfRefusal(operation: string, { __type: type, message }: Json): string[] {
  const isWhole = isModelledError(String(type).replace(/^.*#/, "")) && typeof message === "string";
  return isWhole ? [] : [`${operation} is refused with ${String(type)}: ${String(message)}`];
}

async function send(operation: string, input: Json): Promise<{ isGood: boolean; body: Json }> {
  const { hostname, port } = new URL(emulator.url);
  const body = JSON.stringify(input);
  const plain = {
    method: "POST",
    hostname,
    port,
    service: "codedeploy",
    region: "us-east-1",
    path: "/",
    body,
  };
  const headers = {
    "content-type": "application/x-amz-json-1.1",
    "x-amz-target": `CodeDeploy_20141006.${operation}`,
  };
  const signed = new RequestSigner({ ...plain, headers }, credentials).sign();
  const answer = await sendAsSigned(emulator.url, { path: "/", headers: signed.headers ?? {}, body });
  const parsed: Json = JSON.parse(answer.body);
  return { isGood: answer.status === 200, body: parsed };
}

function recordIn(body: Json, name: string): Json {
  const value = body[name];
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function textsIn(body: Json, name: string): string[] {
  const value = body[name];
  return Array.isArray(value) ? value.map(String) : [];
}
