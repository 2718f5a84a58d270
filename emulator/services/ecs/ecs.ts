import * as sdk from "@aws-sdk/client-ecs";
import type { DescribeServicesResponse, DescribeTasksResponse, ListTasksResponse } from "@aws-sdk/client-ecs";
import { AwsError } from "../../access/aws-error.ts";
import { ACCOUNT_ID } from "../../account-id.ts";
import type { Wire } from "../../wire.ts";
import type { Resources, SignedCall } from "../signed-json-service.ts";
import { signedJsonService } from "../signed-json-service.ts";
import type { PlayedService } from "./ecs-services.ts";
import { describeTaskDefinition } from "./describe-task-definition.ts";
import { describeService, serviceArn, servicesIn, stoppedTasksOf } from "./ecs-services.ts";

const COMMAND = /^(\w+)Command$/;

/** ECS, as far as the services go that scenarios deploy to. */
export const ecs = signedJsonService({
  name: "ecs",
  title: "ECS",
  target: "AmazonEC2ContainerServiceV20141113",
  operations: {
    DescribeServices: {
      schema: sdk.DescribeServices$,
      answer: describeServices,
      resources: namedServices,
      canBeNarrowed: false,
    },
    ListTasks: { schema: sdk.ListTasks$, answer: listTasks, resources: () => ["*"], canBeNarrowed: false },
    DescribeTasks: {
      schema: sdk.DescribeTasks$,
      answer: describeTasks,
      resources: namedTasks,
      canBeNarrowed: false,
    },
    DescribeTaskDefinition: {
      schema: sdk.DescribeTaskDefinition$,
      answer: describeTaskDefinition,
      resources: () => ["*"],
      canBeNarrowed: false,
    },
  },
  allNames: new Set(Object.keys(sdk).flatMap((name) => COMMAND.exec(name)?.[1] ?? [])),
});

/** ECS's DescribeServices: what is not there comes under `failures`. */
function describeServices(call: SignedCall): Wire<DescribeServicesResponse> {
  const { cluster, services } = clusterIn(call);
  const names = (call.input.texts("services") ?? []).map(lastPart);
  if (names.length === 0) throw new AwsError("InvalidParameterException", "Services cannot be empty.");
  const found = names.map((name) => ({ name, played: newestOf(services, name) }));
  return {
    services: found.flatMap(({ played }) => (played ? [describeService(played)] : [])),
    failures: found
      .filter(({ played }) => !played)
      .map(({ name }) => ({ arn: serviceArn(call.region, cluster, name), reason: "MISSING" })),
  };
}

/** ECS's ListTasks, of stopped tasks alone: no scenario has others to tell of. */
function listTasks(call: SignedCall): Wire<ListTasksResponse> {
  const { services } = clusterIn(call);
  const played = newestOf(services, lastPart(call.input.text("serviceName") ?? ""));
  if (!played) throw new AwsError("ServiceNotFoundException", "Service not found.");
  if (call.input.text("desiredStatus") !== "STOPPED") return { taskArns: [] };
  return { taskArns: stoppedTasksOf(played).flatMap(({ taskArn }) => taskArn ?? []) };
}

const MOST_TASKS = 100;

/** ECS's DescribeTasks: a task that it has forgotten comes under `failures`. */
function describeTasks(call: SignedCall): Wire<DescribeTasksResponse> {
  const { cluster, services } = clusterIn(call);
  const ids = (call.input.texts("tasks") ?? []).map(lastPart);
  if (ids.length === 0) throw new AwsError("InvalidParameterException", "Tasks cannot be empty.");
  if (ids.length > MOST_TASKS) {
    throw new AwsError("InvalidParameterException", `Tasks cannot have over ${MOST_TASKS} entries.`);
  }
  const all = services.flatMap((played) => stoppedTasksOf(played));
  const found = all.filter(({ taskArn = "" }) => ids.includes(lastPart(taskArn)));
  return {
    tasks: found,
    failures: ids
      .filter((id) => !found.some(({ taskArn = "" }) => lastPart(taskArn) === id))
      .map((id) => ({ arn: taskArnOf(call.region, cluster, id), reason: "MISSING" })),
  };
}

/** Where several deployments go to a service, it is as the newest of them has it. */
function newestOf(services: readonly PlayedService[], name: string): PlayedService | undefined {
  return services.findLast(({ service }) => service === name);
}

/** @throws AwsError for a cluster that is not there */
function clusterIn({ input, region, deployments }: SignedCall) {
  const cluster = lastPart(input.text("cluster") ?? "default");
  const services = servicesIn(region, deployments).filter((played) => played.cluster === cluster);
  if (services.length === 0) throw new AwsError("ClusterNotFoundException", "Cluster not found.");
  return { cluster, services };
}

/** The name at the end of an ARN; a name stays as it is. */
function lastPart(nameOrArn: string): string {
  return nameOrArn.slice(nameOrArn.lastIndexOf("/") + 1);
}

function namedServices({ input, region }: SignedCall): Resources {
  const cluster = lastPart(input.text("cluster") ?? "default");
  const [first = "*", ...others] = (input.texts("services") ?? []).map(lastPart);
  return [serviceArn(region, cluster, first), ...others.map((name) => serviceArn(region, cluster, name))];
}

function namedTasks({ input, region }: SignedCall): Resources {
  const cluster = lastPart(input.text("cluster") ?? "default");
  return [taskArnOf(region, cluster, lastPart(input.texts("tasks")?.[0] ?? "*"))];
}

function taskArnOf(region: string, cluster: string, id: string): string {
  return `arn:aws:ecs:${region}:${ACCOUNT_ID}:task/${cluster}/${id}`;
}
