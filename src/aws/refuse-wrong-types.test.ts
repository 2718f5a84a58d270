import { CodeDeployClient } from "@aws-sdk/client-codedeploy";
import { HttpResponse } from "@smithy/core/protocols";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "../errors/app-error.ts";
import { appErrorFrom } from "./app-error-from.ts";
import { boundAnswers } from "./answers.ts";
import { operations } from "./codedeploy/operations.ts";
import { refuseWrongTypes } from "./refuse-wrong-types.ts";

const REF = { region: "eu-west-1", deploymentId: "d-74D35AS7C" };
const { signal } = new AbortController();

/** The real client, with an answer's body put in place of the network. */
function clientThatReads(body: object): CodeDeployClient {
  const client = new CodeDeployClient({
    region: REF.region,
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
    maxAttempts: 1,
    requestHandler: {
      handle: () => {
        const stream = new Response(JSON.stringify(body)).body;
        return Promise.resolve({
          response: new HttpResponse({ statusCode: 200, headers: {}, body: stream }),
        });
      },
    },
  });
  boundAnswers(client);
  refuseWrongTypes(client);
  return client;
}

const read = (deploymentInfo: unknown) =>
  operations.getDeployment.ask(clientThatReads({ deploymentInfo }), REF, signal);

/** How reading ends: with the kind of its failure, or `read`. */
async function kindOf(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
    return "read";
  } catch (error) {
    return appErrorFrom(error, { action: "codedeploy:GetDeployment", origins: [] }).kind;
  }
}

describe("an answer of GetDeployment is malformed", () => {
  test.each([
    ["a text for a number", { deploymentOverview: { Failed: "2" } }],
    ["a number for a text", { status: 5 }],
    ["an object for a text", { errorInformation: { message: {} } }],
    ["a text for a list", { loadBalancerInfo: { elbInfoList: "none" } }],
    ["a text for an object", { revision: "s3://bucket/key" }],
    ["a text for yes or no", { ignoreApplicationStopFailures: "true" }],
    ["an object for a time", { createTime: {} }],
    ["a text for the whole", "fine"],
  ])("with %s", async (_, deploymentInfo) => {
    expect(await kindOf(read(deploymentInfo))).toBe("malformed");
  });
});

test("the failure names the member", async () => {
  const refusal = read({ deploymentOverview: { Failed: "2" } });
  await expect(refusal).rejects.toThrow(AppError);
  await expect(refusal).rejects.toThrow("answer.deploymentInfo.deploymentOverview.Failed");
});

test("values and members of tomorrow, and null, are no fault", async () => {
  const { deployment } = await read({
    status: "Paused",
    tomorrow: [1],
    errorInformation: null,
    createTime: 5,
  });
  expect(deployment).toEqual({ status: "Paused", createTime: 5_000 });
});

test("targets are looked at too", async () => {
  const client = clientThatReads({ deploymentTargets: [{ instanceTarget: { lifecycleEvents: "none" } }] });
  const reading = operations.batchGetDeploymentTargets.ask(client, { ...REF, targetIds: ["i-1"] }, signal);
  expect(await kindOf(reading)).toBe("malformed");
});

test("whatever JSON comes is either read or malformed", async () => {
  const member = fc.constantFrom("status", "createTime", "deploymentOverview", "revision", "rollbackInfo");
  await fc.assert(
    fc.asyncProperty(fc.dictionary(member, fc.jsonValue()), async (deploymentInfo) => {
      expect(["read", "malformed"]).toContain(await kindOf(read(deploymentInfo)));
    }),
  );
});

test.each([[[1]], [[]], [[{ status: "Failed" }]]])(
  "a list in place of the deployment, %j, is refused",
  async (info) => {
    expect(await kindOf(read(info))).toBe("malformed");
  },
);

test("an answer of more than 2 MiB is refused, whichever operation it is of", async () => {
  const long = "x".repeat(2 * 1024 * 1024);
  const target = { deploymentTargetType: "InstanceTarget", instanceTarget: { targetId: long } };
  const client = clientThatReads({ deploymentTargets: [target] });
  const input = { region: REF.region, deploymentId: REF.deploymentId, targetIds: ["i-1"] };
  expect(await kindOf(read({ description: long }))).toBe("malformed");
  expect(await kindOf(operations.batchGetDeploymentTargets.ask(client, input, signal))).toBe("malformed");
});
