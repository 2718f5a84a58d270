import {
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ECSClient,
  ListTasksCommand,
} from "@aws-sdk/client-ecs";
import { beforeAll, expect, test } from "vitest";
import { rawClient } from "../../../testing/signed-request.ts";
import { emulatorForTests } from "../../../testing/test-emulator.ts";

const emulator = emulatorForTests();
let ecs: ECSClient;

beforeAll(async () => {
  const { expiration: _, ...credentials } = await emulator.control.credentials();
  ecs = new ECSClient({ endpoint: emulator.url, region: "us-east-1", credentials, maxAttempts: 1 });
});

const SEARCH = { cluster: "prod", service: "search-api" };

test("a service has the task set of the deployment, and tells of its tasks", async () => {
  const deployment = await emulator.control.start("ecs-container-exits", { moment: "stopping" });
  const { services: [service] = [] } = await ecs.send(
    new DescribeServicesCommand({ cluster: SEARCH.cluster, services: [SEARCH.service] }),
  );
  const set = service?.taskSets?.find(({ externalId }) => externalId === deployment.deploymentId);
  expect(set).toMatchObject({ startedBy: "CODE_DEPLOY", runningCount: 0, stabilityStatus: "STABILIZING" });
  expect(service?.events?.[0]?.message).toMatch(/^\(service search-api\) /);

  const { taskArns = [] } = await ecs.send(
    new ListTasksCommand({ cluster: "prod", serviceName: SEARCH.service, desiredStatus: "STOPPED" }),
  );
  expect(taskArns).toHaveLength(3);
  const { tasks = [], failures } = await ecs.send(
    new DescribeTasksCommand({ cluster: "prod", tasks: [...taskArns, "nobody"] }),
  );
  expect(tasks[0]).toMatchObject({
    startedBy: set?.id,
    stopCode: "EssentialContainerExited",
    containers: [{ name: "api", exitCode: 1 }, { exitCode: 137 }],
  });
  expect(failures).toMatchObject([{ reason: "MISSING" }]);
});

test("a task that stopped more than an hour ago is forgotten", async () => {
  const deployment = await emulator.control.start("ecs-container-exits", { moment: "timedOut" });
  const list = new ListTasksCommand({
    cluster: "prod",
    serviceName: SEARCH.service,
    desiredStatus: "STOPPED",
  });
  const { taskArns: all = [] } = await ecs.send(list);
  expect(all.length).toBeGreaterThan(45);
  await deployment.advance(45 * 60_000);
  const { taskArns: left = [] } = await ecs.send(list);
  expect(left.length).toBeLessThan(20);
  await deployment.advance(60 * 60_000);
  expect((await ecs.send(list)).taskArns).toEqual([]);
});

async function imagesOf(taskDefinition: string) {
  const answer = await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition }));
  return answer.taskDefinition?.containerDefinitions?.map(({ image }) => image);
}

test("the task definitions that AppSpecs name are there, each with an image of its own", async () => {
  await emulator.control.start("ecs-image-missing", { moment: "stopping" });
  const arn = "arn:aws:ecs:us-east-1:123456789012:task-definition/checkout:42";
  expect((await imagesOf("checkout:41"))?.[0]).toMatch(/\/checkout:1\.41\.0$/);
  expect((await imagesOf(arn))?.[0]).toMatch(/\/checkout:1\.42\.0$/);
});

test.each([
  ["DescribeTaskDefinition", { taskDefinition: "checkout:7" }, "ClientException"],
  ["DescribeServices", { cluster: "nowhere", services: ["x"] }, "ClusterNotFoundException"],
  ["DescribeServices", { cluster: "prod", services: [] }, "InvalidParameterException"],
  ["ListTasks", { cluster: "prod", serviceName: "nothing" }, "ServiceNotFoundException"],
  ["DescribeTasks", { cluster: "prod", tasks: [] }, "InvalidParameterException"],
  [
    "DescribeTasks",
    { cluster: "prod", tasks: Array.from({ length: 101 }, String) },
    "InvalidParameterException",
  ],
])("%s of %j is refused with %s", async (operation, input, type) => {
  await emulator.control.start("ecs-container-exits", { moment: "stopping" });
  const raw = await rawClient(emulator);
  const { status, text } = await raw.ecs(operation, input);
  expect(JSON.parse(text)).toMatchObject({ __type: type });
  expect(status).toBe(400);
});

test("a role without the action is refused by name", async () => {
  const raw = await rawClient(emulator, { deny: ["ecs:DescribeTasks"] });
  const { text } = await raw.ecs("DescribeTasks", { cluster: "prod", tasks: ["x"] });
  expect(JSON.parse(text)).toMatchObject({
    __type: "AccessDeniedException",
    message: expect.stringContaining("ecs:DescribeTasks on resource: arn:aws:ecs:us-east-1:"),
  });
});
