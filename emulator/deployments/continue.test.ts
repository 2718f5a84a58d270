import { SkipWaitTimeForInstanceTerminationCommand } from "@aws-sdk/client-codedeploy";
import { expect, test } from "vitest";
import { actingClientFor } from "../../testing/acting-client.ts";
import { emulatorForTests } from "../../testing/test-emulator.ts";

const emulator = emulatorForTests();
const client = actingClientFor(emulator);
const { goOn, info, targets } = client;

test.each(["ec2-blue-green-ready", "ecs-ready"])(
  "%s goes on once somebody reroutes the traffic",
  async (scenario) => {
    const { deploymentId, ...clock } = await emulator.control.start(scenario, { moment: "ready" });
    await goOn(deploymentId, "READY_WAIT");
    expect((await info(deploymentId))?.status).toBe("InProgress");
    await expect(goOn(deploymentId, "READY_WAIT")).rejects.toThrow("does not have a status of Ready");
    await clock.advance(900_000);
    expect(await info(deploymentId)).toMatchObject({ status: "Succeeded" });
  },
);

test("who reroutes traffic can end the wait after it as well", async () => {
  const { deploymentId, ...clock } = await emulator.control.start("ecs-ready", { moment: "ready" });
  await goOn(deploymentId, "READY_WAIT");
  await clock.advance(120_000);
  expect(await info(deploymentId)).toMatchObject({ status: "InProgress" });
  expect((await targets(deploymentId))[0]?.ecsTarget?.status).toBe("Succeeded");
  await goOn(deploymentId, "TERMINATION_WAIT");
  await clock.advance(30_000);
  expect(await info(deploymentId)).toMatchObject({ status: "Succeeded" });
});

test.each(["ec2-blue-green", "ecs-linear"])(
  "%s ends soon after somebody ends its last wait",
  async (scenario) => {
    const { deploymentId, ...clock } = await emulator.control.start(scenario, { moment: "terminationWait" });
    await goOn(deploymentId, "TERMINATION_WAIT");
    expect((await info(deploymentId))?.status).toBe("InProgress");
    await expect(goOn(deploymentId, "TERMINATION_WAIT")).rejects.toThrow("does not wait to terminate");
    await clock.advance(20_000);
    expect((await info(deploymentId))?.status).toBe("Succeeded");
  },
);

test("the deprecated operation ends the last wait as well", async () => {
  const { deploymentId, ...clock } = await emulator.control.start("ec2-blue-green", {
    moment: "terminationWait",
  });
  await client.codeDeploy.send(new SkipWaitTimeForInstanceTerminationCommand({ deploymentId }));
  await clock.advance(20_000);
  expect((await info(deploymentId))?.status).toBe("Succeeded");
});
