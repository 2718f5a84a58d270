import * as sdk from "@aws-sdk/client-codedeploy";
import { NormalizedSchema } from "@smithy/core/schema";
import { expect, test } from "vitest";
import { rawClient } from "../../../testing/signed-request.ts";
import { emulatorForTests } from "../../../testing/test-emulator.ts";

const emulator = emulatorForTests();

test("every member that the API model has is in the answer", async () => {
  const { deploymentId } = await emulator.control.start("every-member", { moment: "failed" });
  const { text } = await (await rawClient(emulator)).codeDeploy("GetDeployment", { deploymentId });
  const { deploymentInfo } = JSON.parse(text);
  const members = [...NormalizedSchema.of(sdk.DeploymentInfo$).structIterator()].map(([name]) => name);
  expect(members.length).toBeGreaterThan(30);
  expect(members.filter((name) => !(name in deploymentInfo))).toEqual([]);
});
