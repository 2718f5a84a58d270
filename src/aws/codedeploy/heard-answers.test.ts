import { GetDeploymentCommand } from "@aws-sdk/client-codedeploy";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { decodeDeployment } from "../../../testing/arbitrary/decode.ts";
import { deploymentInfo } from "../../../testing/arbitrary/arbitrary-deployment.ts";
import { rawClient } from "../../../testing/signed-request.ts";
import { emulatorForTests } from "../../../testing/test-emulator.ts";
import { toPlain } from "../answers.ts";
import { deploymentFrom, isTargetFacts } from "./heard-answers.ts";

const emulator = emulatorForTests();

const told = (info: unknown) => JSON.stringify({ deploymentInfo: info });

test.each(["ec2-failing", "ec2-blue-green", "ecs-linear", "lambda-canary", "every-member", "bare"])(
  "an answer about %s that another tab has told is the one that AWS gave",
  async (scenario) => {
    const { deploymentId } = await emulator.control.start(scenario, { atMs: 60_000 });
    const client = await emulator.client();
    const { deploymentInfo: read } = await client.send(new GetDeploymentCommand({ deploymentId }));
    const signed = await rawClient(emulator);
    const { text: sent } = await signed.codeDeploy("GetDeployment", { deploymentId });
    expect(deploymentFrom(sent)).toEqual({ deployment: toPlain(read), raw: JSON.parse(sent) });
  },
);

test("any answer that AWS could give is heard, with the values that it has", () => {
  fc.assert(
    fc.property(deploymentInfo, (info) => {
      const heard = deploymentFrom(told(info));
      expect(heard).toBeDefined();
      // The SDK leaves out members that it does not know.
      expect(decodeDeployment(JSON.parse(JSON.stringify(info)))).toMatchObject(heard?.deployment ?? {});
    }),
    { numRuns: 300 },
  );
});

test.each([
  ["no text", { deploymentInfo: { status: "Succeeded" } }],
  ["no JSON", "{"],
  ["no answer", "null"],
  ["a list", "[]"],
  ["no deployment", "{}"],
  ["a list in its place", told([])],
  ["a status that is a number", told({ status: 7 })],
  ["a time in words", told({ createTime: "yesterday" })],
  ["an overview of words", told({ deploymentOverview: { Failed: "6" } })],
  ["an error that is a text", told({ errorInformation: "Succeeded" })],
  ["a filter list that is a record", told({ targetInstances: { tagFilters: { length: 1 } } })],
  ["a wrong member deep within", told({ revision: { s3Location: { bucket: [] } } })],
  ["more depth than any view goes through", told({ unknown: JSON.parse("[".repeat(900) + "]".repeat(900)) })],
  ["more than 2 MiB", told({ description: "x".repeat(2_200_000) })],
])("%s is refused", (_, text) => {
  expect(deploymentFrom(text)).toBeUndefined();
});

test("names that mean something to programs are names", () => {
  const heard = deploymentFrom('{"deploymentInfo":{"__proto__":{"status":"Succeeded"},"constructor":1}}');
  expect(heard?.deployment).toEqual({});
  expect(heard?.deployment.status).toBeUndefined();
});

test("anything else is refused without a throw", () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.string(), fc.json()), (value) => {
      expect(deploymentFrom(value)).toBeUndefined();
      expect(isTargetFacts(value)).toBe(false);
    }),
  );
});
