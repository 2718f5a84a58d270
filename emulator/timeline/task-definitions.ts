import type { TaskDefinition } from "@aws-sdk/client-ecs";
import { ACCOUNT_ID } from "../account-id.ts";
import type { Wire } from "../wire.ts";

const ECR = `${ACCOUNT_ID}.dkr.ecr.us-east-1.amazonaws.com`;

/** What services call their container; others call it after themselves. */
const CONTAINERS: Readonly<Record<string, string>> = {
  checkout: "app",
  "search-api": "api",
  catalogue: "web",
};

/** The container of a service that answers requests. */
export function containerOf(service: string): string {
  return CONTAINERS[service] ?? service;
}

/** The image of a service that a revision of its task definition names. */
export function imageOf(service: string, revision: number): string {
  return `${ECR}/${service}:1.${revision}.0`;
}

/** The container that sends the logs of each task: the same in every revision. */
export const LOG_ROUTER = {
  name: "log-router",
  image: "public.ecr.aws/aws-observability/aws-for-fluent-bit:2.32",
};

/** A task definition as DescribeTaskDefinition has it. Each revision has another image; every other one has more memory. */
export function taskDefinition(region: string, family: string, revision: number): Wire<TaskDefinition> {
  const memory = revision % 2 === 0 ? 1024 : 512;
  return {
    taskDefinitionArn: taskDefinitionArn(region, family, revision),
    family,
    revision,
    status: "ACTIVE",
    networkMode: "awsvpc",
    requiresCompatibilities: ["FARGATE"],
    cpu: "256",
    memory: String(memory),
    containerDefinitions: [
      {
        name: containerOf(family),
        image: imageOf(family, revision),
        cpu: 0,
        memoryReservation: memory - 128,
        essential: true,
        portMappings: [{ containerPort: 8080, hostPort: 8080, protocol: "tcp" }],
        healthCheck: {
          command: ["CMD-SHELL", "curl -fs http://localhost:8080/health || exit 1"],
          interval: 30,
          timeout: 5,
          retries: 3,
        },
        // What must never be shown: it can hold anything.
        environment: [{ name: "DATABASE_PASSWORD", value: "not-for-the-page" }],
        secrets: [],
        mountPoints: [],
        volumesFrom: [],
      },
      {
        ...LOG_ROUTER,
        cpu: 0,
        essential: false,
        portMappings: [],
        environment: [{ name: "TOKEN", value: "not-for-the-page" }],
        mountPoints: [],
        volumesFrom: [],
      },
    ],
  };
}

/** The ARN of a task definition of the emulated account. */
export function taskDefinitionArn(region: string, family: string, revision: number): string {
  return `arn:aws:ecs:${region}:${ACCOUNT_ID}:task-definition/${family}:${revision}`;
}
