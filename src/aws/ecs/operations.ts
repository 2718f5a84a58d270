import type { ContainerDefinition, Service as WireService, Task as WireTask } from "@aws-sdk/client-ecs";
import {
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ECSClient,
  ListTasksCommand,
} from "@aws-sdk/client-ecs";
import type { CredentialSource } from "../../access/credentials.ts";
import type { ContainerFacts, TaskDefinition } from "../../codedeploy/changes/task-definition.ts";
import type { EcsService, StoppedTask } from "../../codedeploy/tasks/ecs-service.ts";
import type { Config } from "../../config/schema.ts";
import { AppError } from "../../errors/app-error.ts";
import { present } from "../../values/lists.ts";
import type { NeededPermission } from "../permission.ts";
import { neededPermissions } from "../permission.ts";
import { sdkAttempt, sdkOperation } from "../sdk-service.ts";
import type { Attempts, Service } from "../service.ts";

interface ServiceInput {
  region: string;
  cluster: string;
  service: string;
}

interface TasksInput {
  region: string;
  cluster: string;
  /** At most 100, as AWS allows. */
  taskArns: readonly string[];
}

interface TaskDefinitionInput {
  region: string;
  /** Its ARN, or its family and revision, `checkout:42`. */
  taskDefinition: string;
}

/** Every operation of ECS that the app asks; see `Ecs`. */
export const operations = {
  /**
   * A service as it is now: its task sets and its latest events, at most 100.
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html
   */
  describeServices: sdkOperation({
    command: ({ cluster, service }: ServiceInput) =>
      new DescribeServicesCommand({ cluster, services: [service] }),
    result: ({ services, failures }): EcsService => {
      const [service] = present(services);
      if (!service) {
        const { reason = "The answer holds no service." } = present(failures)[0] ?? {};
        throw new AppError("malformed", { detail: reason });
      }
      return toService(service);
    },
  }),
  /**
   * The ARNs of a service's stopped tasks, the first hundred of them. ECS shows them for about an hour.
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListTasks.html
   */
  listTasks: sdkOperation({
    command: ({ cluster, service }: ServiceInput) =>
      new ListTasksCommand({ cluster, serviceName: service, desiredStatus: "STOPPED", maxResults: 100 }),
    result: ({ taskArns }): string[] => present(taskArns),
  }),
  /**
   * Tasks by their ARNs; those that ECS has forgotten are missing. Of each only what says why it stopped is kept: what a task
   * was started with can hold environment variables.
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTasks.html
   */
  describeTasks: sdkOperation({
    command: ({ cluster, taskArns }: TasksInput) =>
      new DescribeTasksCommand({ cluster, tasks: [...taskArns] }),
    result: ({ tasks }): StoppedTask[] => present(tasks).map((task) => toTask(task)),
  }),
  /**
   * A task definition. AWS sends the environment variables of its containers in clear text, and with them commands, labels and
   * options: of the answer only what is named in `TaskDefinition` gets any further than this line.
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTaskDefinition.html
   */
  describeTaskDefinition: sdkOperation({
    command: ({ taskDefinition }: TaskDefinitionInput) =>
      new DescribeTaskDefinitionCommand({ taskDefinition }),
    result: ({ taskDefinition }): TaskDefinition => {
      if (!taskDefinition) {
        throw new AppError("malformed", { detail: "The answer holds no taskDefinition." });
      }
      const { family, revision, cpu, memory, containerDefinitions } = taskDefinition;
      return {
        family,
        revision,
        cpu,
        memory,
        containers: present(containerDefinitions).map((each) => toContainer(each)),
      };
    },
  }),
};

function toContainer(sent: ContainerDefinition): ContainerFacts {
  const { command, interval, timeout, retries, startPeriod } = sent.healthCheck ?? {};
  return {
    name: sent.name,
    image: sent.image,
    cpu: sent.cpu,
    memory: sent.memory,
    memoryReservation: sent.memoryReservation,
    ports: present(sent.portMappings).flatMap(({ containerPort, protocol }) =>
      containerPort === undefined ? [] : [`${containerPort}/${protocol ?? "tcp"}`],
    ),
    healthCheck: sent.healthCheck && {
      command: present(command).join(" "),
      interval,
      timeout,
      retries,
      startPeriod,
    },
  };
}

function toService({ taskSets, events }: WireService): EcsService {
  return {
    taskSets: present(taskSets).map((set) => ({
      id: set.id,
      status: set.status,
      deploymentId: set.externalId,
      taskDefinition: set.taskDefinition,
      createdMs: set.createdAt?.getTime(),
      desired: set.computedDesiredCount,
      pending: set.pendingCount,
      running: set.runningCount,
      stability: set.stabilityStatus,
      stabilitySinceMs: set.stabilityStatusAt?.getTime(),
    })),
    events: present(events).flatMap(({ id, createdAt, message }) =>
      id !== undefined && createdAt && message ? [{ id, atMs: createdAt.getTime(), message }] : [],
    ),
  };
}

function toTask(task: WireTask): StoppedTask {
  return {
    arn: task.taskArn ?? "",
    startedBy: task.startedBy,
    taskDefinition: task.taskDefinitionArn,
    createdMs: task.createdAt?.getTime(),
    stoppedMs: task.stoppedAt?.getTime(),
    stopCode: task.stopCode,
    stoppedReason: task.stoppedReason,
    containers: present(task.containers).map(({ name, image, exitCode, reason }) => ({
      name,
      image,
      exitCode,
      reason,
    })),
  };
}

/** ECS as the rest of the app sees it: a method for each line of the table of operations. */
export interface Ecs extends Service<typeof operations> {}

/** Attempts at these operations over the SDK. */
export function ecsAttempt(config: Config, credentials: CredentialSource): Attempts<typeof operations> {
  return sdkAttempt("ecs", operations, (options) => new ECSClient(options), config, credentials);
}

const NOT_THERE = ["ClusterNotFoundException", "ServiceNotFoundException", "InvalidParameterException"];

/**
 * The IAM actions that the app needs, one for each operation.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html
 */
export const permissions = (): NeededPermission<{ ecs: Ecs }>[] =>
  neededPermissions<typeof operations, { ecs: Ecs }>(
    "ecs",
    {
      describeServices: {
        role: "reader",
        resource: "service/*",
        joins: ["ecs"],
        without: "no events of the ECS service",
        allowed: NOT_THERE,
        trial: ({ region, targetId = "" }) => ({ region, ...serviceIn(targetId) }),
      },
      listTasks: {
        role: "reader",
        // AWS narrows it to container instances, which tasks on Fargate have none of.
        resource: "*",
        joins: ["ecs"],
        without: "no reasons why new tasks stop",
        allowed: NOT_THERE,
        trial: ({ region, targetId = "" }) => ({ region, ...serviceIn(targetId) }),
      },
      describeTasks: {
        role: "reader",
        resource: "task/*",
        joins: ["ecs"],
        without: "no reasons why new tasks stop",
        allowed: NOT_THERE,
        trial: ({ region, targetId = "" }) => ({
          region,
          cluster: serviceIn(targetId).cluster,
          taskArns: ["00000000000000000000000000000000"],
        }),
      },
      describeTaskDefinition: {
        role: "reader",
        resource: "none",
        joins: ["revisions"],
        without: "no comparison of images and other members of task definitions",
        // AWS's answer where it has no such task definition.
        allowed: ["ClientException"],
        trial: ({ region }) => ({ region, taskDefinition: "deploywatch:1" }),
      },
    },
    ({ ecs }) => ecs,
  );

/** The service that an ECS target's id names; one that does not exist where it names none. */
function serviceIn(targetId: string): { cluster: string; service: string } {
  const [cluster = "", service = ""] = targetId.split(":");
  return { cluster: service === "" ? "default" : cluster, service: service || "deploywatch" };
}
