import { GetDeploymentCommand } from "@aws-sdk/client-codedeploy";
import { expect, test } from "vitest";
import { seconds } from "../timeline/duration.ts";
import { emulatorForTests } from "../../testing/test-emulator.ts";

const emulator = emulatorForTests();

/** What a client that looked every ten seconds was told of a real deployment, in seconds since its creation. */
const LOOKS: readonly (readonly [second: number, status: string, counted?: string])[] = [
  [0.937, "Created"],
  [11.251, "InProgress", "Pending"],
  [21.486, "InProgress", "InProgress"],
  [31.706, "InProgress", "InProgress"],
  [42.069, "InProgress", "InProgress"],
  [52.413, "InProgress", "InProgress"],
  [62.644, "InProgress", "InProgress"],
  [72.864, "InProgress", "InProgress"],
  [83.237, "InProgress", "InProgress"],
  [93.461, "InProgress", "InProgress"],
  [103.819, "InProgress", "InProgress"],
  [114.042, "InProgress", "Failed"],
  [124.264, "Failed", "Failed"],
];

const NO_COUNTS = { Pending: 0, InProgress: 0, Succeeded: 0, Failed: 0, Skipped: 0, Ready: 0 };

test("ec2-failure-counted tells at each recorded instant what AWS told then", async () => {
  const deployment = await emulator.control.start("ec2-failure-counted");
  for (const [second, status, counted] of LOOKS) {
    await deployment.moveTo(seconds(second));
    const { deploymentId } = deployment;
    const { deploymentInfo } = await emulator.codeDeploy.send(new GetDeploymentCommand({ deploymentId }));
    const { deploymentOverview, createTime, completeTime } = deploymentInfo ?? {};
    const endMs = completeTime && createTime && completeTime.getTime() - createTime.getTime();
    expect({ second, status: deploymentInfo?.status, deploymentOverview, endMs }).toEqual({
      second,
      status,
      deploymentOverview: counted === undefined ? undefined : { ...NO_COUNTS, [counted]: 1 },
      endMs: status === "Failed" ? 114_488 : undefined,
    });
  }
});
