import { NormalizedSchema } from "@smithy/core/schema";
import { GetDeployment$ } from "@aws-sdk/client-codedeploy";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { rawClient } from "../../testing/signed-request.ts";
import { emulatorForTests } from "../../testing/test-emulator.ts";
import { DEMO_IDENTITY_POOL_ID } from "../access/demo-account.ts";
import { javaDouble, writeJson } from "./write-json.ts";

const emulator = emulatorForTests();

test.each([
  [1_501_772_849.283, "1.501772849283E9"],
  [1_446_232_681, "1.446232681E9"],
  [2_000_000_000, "2.0E9"],
  [1e7, "1.0E7"],
  [9_999_999.5, "9999999.5"],
  [12, "12.0"],
  [0, "0.0"],
  [-1_501_772_849.283, "-1.501772849283E9"],
  [0.00025, "2.5E-4"],
])("%d is written as %s", (value, text) => {
  expect(javaDouble(value)).toBe(text);
});

test("a number in that notation is the same number", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(JSON.parse(javaDouble(value))).toBe(value === 0 ? 0 : value);
    }),
  );
});

test.each([NaN, Infinity, -Infinity])("%d is no answer", (value) => {
  expect(() => writeJson({ value }, undefined)).toThrow("is no JSON");
});

test("apart from its times, an answer is written as JSON.stringify writes it", () => {
  const schema = NormalizedSchema.of(GetDeployment$[5]);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(writeJson(value, schema))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("times arrive as AWS writes them, and counts as whole numbers", async () => {
  const { deploymentId } = await emulator.control.start("ec2-succeeded", { moment: "done" });
  const client = await rawClient(emulator);
  const { text } = await client.codeDeploy("GetDeployment", { deploymentId });
  for (const member of ["createTime", "completeTime"]) {
    expect(text).toMatch(new RegExp(`"${member}":\\d\\.\\d+E9[,}]`));
  }
  expect(text).toMatch(/"Succeeded":2[,}]/);
});

test("the expiration of Cognito's credentials is such a time", async () => {
  const identity = await cognito("GetId", { IdentityPoolId: DEMO_IDENTITY_POOL_ID });
  const { IdentityId }: { IdentityId: string } = JSON.parse(identity);
  const answer = await cognito("GetCredentialsForIdentity", { IdentityId });
  expect(answer).toMatch(/"Expiration":\d\.\d+E9}/);
});

async function cognito(operation: string, input: object): Promise<string> {
  const response = await fetch(emulator.url, {
    method: "POST",
    headers: { "x-amz-target": `AWSCognitoIdentityService.${operation}` },
    body: JSON.stringify(input),
  });
  return response.text();
}
