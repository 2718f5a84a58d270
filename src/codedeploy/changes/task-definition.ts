import type { FactChange, NamedFacts } from "./fact-change.ts";
import { factChanges } from "./fact-change.ts";
import { imageName, isFixed } from "./image-name.ts";

/** A task definition of ECS, as far as the page shows it: nothing of its environment. Every member may be absent. */
export interface TaskDefinition {
  family: string | undefined;
  revision: number | undefined;
  /** Of the whole task, as ECS writes them: `256`. */
  cpu: string | undefined;
  memory: string | undefined;
  containers: ContainerFacts[];
}

/** A container of a task definition. */
export interface ContainerFacts {
  name: string | undefined;
  image: string | undefined;
  cpu: number | undefined;
  /** MiB: a limit, and what is kept free. */
  memory: number | undefined;
  memoryReservation: number | undefined;
  /** For example `8080/tcp`. */
  ports: string[];
  healthCheck: HealthCheck | undefined;
}

interface HealthCheck {
  command: string;
  /** Seconds. */
  interval: number | undefined;
  timeout: number | undefined;
  retries: number | undefined;
  startPeriod: number | undefined;
}

/** What differs between two task definitions: images first, then what the task may use, then the rest of each container. */
export function taskDefinitionChanges(before: TaskDefinition, now: TaskDefinition): FactChange[] {
  return factChanges(factsOf(before), factsOf(now));
}

function factsOf({ cpu, memory, containers }: TaskDefinition): NamedFacts {
  return [
    ...containers.map(({ name, image }) => [`${name}: image`, image] as const),
    ["Task CPU", cpu],
    ["Task memory", memory],
    ...containers.flatMap((each) => containerFacts(each)),
  ];
}

function containerFacts(container: ContainerFacts): NamedFacts {
  const { name, cpu, memory, memoryReservation, ports, healthCheck } = container;
  return [
    [`${name}: CPU`, cpu ? String(cpu) : undefined],
    [`${name}: memory limit`, inMebibytes(memory)],
    [`${name}: memory reservation`, inMebibytes(memoryReservation)],
    [`${name}: ports`, ports.length === 0 ? undefined : ports.join(", ")],
    [`${name}: health check`, healthCheck && healthCheckWords(healthCheck)],
  ];
}

function inMebibytes(value: number | undefined): string | undefined {
  return value === undefined ? undefined : `${value} MiB`;
}

function healthCheckWords({ command, interval, timeout, retries, startPeriod }: HealthCheck): string {
  const numbers = [
    interval !== undefined && `every ${interval} s`,
    timeout !== undefined && `time-out ${timeout} s`,
    retries !== undefined && `${retries} retries`,
    startPeriod !== undefined && `start period ${startPeriod} s`,
  ].filter((words) => words !== false);
  return [command, ...numbers].join(", ");
}

/**
 * What the same name of an image leaves open: a tag can have been moved between the two deployments. `undefined` where every
 * image that both have is told by a digest, or differs.
 */
export function movableTagsWords(before: TaskDefinition, now: TaskDefinition): string | undefined {
  const old = new Set(before.containers.map(({ image }) => image));
  const same = now.containers.flatMap(({ image }) =>
    image !== undefined && old.has(image) && !isFixed(imageName(image)) ? [image] : [],
  );
  if (same.length === 0) return undefined;
  return `${same.join(", ")}: the same name in both. A tag may stand for another image than before.`;
}
