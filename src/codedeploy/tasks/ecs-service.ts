/** A service of ECS as it is now, as far as the page shows it. Every member may be absent. */
export interface EcsService {
  taskSets: TaskSetNow[];
  /** Newest first, as ECS sends them. */
  events: ServiceEvent[];
}

/** One of the two task sets of a blue/green deployment. */
export interface TaskSetNow {
  id: string | undefined;
  /** PRIMARY has the production traffic; ACTIVE, DRAINING, or a value that nobody knows yet. */
  status?: string | undefined;
  /** The CodeDeploy deployment that made it: ECS's `externalId`. */
  deploymentId: string | undefined;
  /** The ARN of its task definition. */
  taskDefinition: string | undefined;
  createdMs: number | undefined;
  desired: number | undefined;
  pending: number | undefined;
  running: number | undefined;
  /** STEADY_STATE, STABILIZING, or a value that nobody knows yet. */
  stability: string | undefined;
  stabilitySinceMs: number | undefined;
}

/** What ECS says of a service in one sentence. */
export interface ServiceEvent {
  id: string;
  atMs: number;
  message: string;
}

/** A task that has stopped. */
export interface StoppedTask {
  arn: string;
  /** The id of its task set. */
  startedBy: string | undefined;
  taskDefinition: string | undefined;
  createdMs: number | undefined;
  stoppedMs: number | undefined;
  stopCode: string | undefined;
  /** In ECS's own words. */
  stoppedReason: string | undefined;
  containers: TaskContainer[];
}

/** A container of a task. */
export interface TaskContainer {
  name: string | undefined;
  image: string | undefined;
  exitCode: number | undefined;
  reason: string | undefined;
}

/**
 * The cluster and the service that the id of an ECS target names, `prod:checkout`; `undefined` where it names none.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ECSTarget.html
 */
export function serviceOf(targetId: string): { cluster: string; service: string } | undefined {
  const [cluster, service, ...others] = targetId.split(":");
  return cluster && service && others.length === 0 ? { cluster, service } : undefined;
}

/** The task set that a deployment made; `undefined` before it is there, and after it was deleted. */
export function replacementSet({ taskSets }: EcsService, deploymentId: string): TaskSetNow | undefined {
  return taskSets.find((set) => set.deploymentId === deploymentId);
}

/** The events since a deployment was created, newest first. */
export function eventsSince({ events }: EcsService, createdMs: number | undefined): ServiceEvent[] {
  return createdMs === undefined ? [] : events.filter(({ atMs }) => atMs >= createdMs);
}

/**
 * The stopped tasks of a deployment: those of its task set, and, where ECS no longer shows that, those that started between its
 * creation and its end: the next deployment of the service may have lost its task set as well.
 *
 * @param service where it is not known, tasks of another task set may be among them
 */
export function tasksOf(
  stopped: readonly StoppedTask[],
  service: EcsService | undefined,
  deployment: { deploymentId: string; createdMs: number | undefined; endedMs: number | undefined },
): StoppedTask[] {
  const set = service && replacementSet(service, deployment.deploymentId);
  if (set?.id !== undefined) return stopped.filter(({ startedBy }) => startedBy === set.id);
  const others = new Set(service?.taskSets.map(({ id }) => id));
  const { createdMs, endedMs = Number.POSITIVE_INFINITY } = deployment;
  return stopped.filter(
    (task) =>
      !others.has(task.startedBy) &&
      createdMs !== undefined &&
      task.createdMs !== undefined &&
      task.createdMs >= createdMs &&
      task.createdMs <= endedMs,
  );
}
