import { DescribeServicesCommand, ECSClient } from "@aws-sdk/client-ecs";
import { GetFunctionConfigurationCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { expect, test } from "vitest";
import { requireScenario } from "../scenarios/catalogue.ts";
import type { Scenario } from "../timeline/scenario.ts";
import { rawClient } from "../../testing/signed-request.ts";
import { emulatorForTests } from "../../testing/test-emulator.ts";

// To describe the instances of a fleet takes seconds, in which the emulator answers nobody else.

const emulator = emulatorForTests();

const instances = requireScenario("ec2-succeeded");

const describe = (): never => {
  throw new Error("An instance was described.");
};

/** A deployment to instances that cannot be described. */
const undescribable: Scenario = {
  ...instances,
  at(atMs, setting) {
    const snapshot = instances.at(atMs, setting);
    return {
      ...snapshot,
      targets: snapshot.targets.map(({ targetId, status }) => ({ targetId, status, describe })),
    };
  },
};

test("who asks about target groups, services and functions has no instance described", async () => {
  emulator.state.deployments.start(undescribable);
  const { expiration: _, ...credentials } = await emulator.control.credentials();
  const config = { endpoint: emulator.url, region: "us-east-1", credentials, maxAttempts: 1 };
  const client = await rawClient(emulator, {});
  const body = "Action=DescribeTargetGroups&Version=2015-12-01";
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  expect(await client.send("elasticloadbalancing", headers, body)).toMatchObject({ status: 200 });
  const services = new DescribeServicesCommand({ cluster: "prod", services: ["nothing"] });
  await expect(new ECSClient(config).send(services)).rejects.toThrow("Cluster not found");
  const version = new GetFunctionConfigurationCommand({ FunctionName: "nothing", Qualifier: "1" });
  await expect(new LambdaClient(config).send(version)).rejects.toThrow("Function not found");
});
