import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Ecs } from "../../aws/ecs/operations.ts";
import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import { isFinished } from "../../codedeploy/deployment/status.ts";
import type {
  EcsService,
  ServiceEvent,
  StoppedTask,
  TaskSetNow,
} from "../../codedeploy/tasks/ecs-service.ts";
import { eventsSince, replacementSet, serviceOf, tasksOf } from "../../codedeploy/tasks/ecs-service.ts";
import type { StoppedTasksOf } from "../../codedeploy/tasks/stopped-groups.ts";
import { hasBecomeSteady, stoppedGroups } from "../../codedeploy/tasks/stopped-groups.ts";
import type { AppError } from "../../errors/app-error.ts";
import { useAws } from "../deployments-context.ts";
import { useJoinInterval } from "./join-interval.ts";
import { useTargetList } from "../targets.tsx";

/** DescribeTasks takes so many. */
const MOST_TASKS = 100;
/** So many stopped tasks are kept: more say nothing more. */
const MOST_KEPT = 500;

interface ServiceRef {
  region: string;
  cluster: string;
  service: string;
}

const OPTIONS = {
  retry: false,
  retryOnMount: false,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
} as const;

function serviceOptions(ecs: Ecs, ref: ServiceRef) {
  return queryOptions<EcsService, AppError>({
    queryKey: ["ecs-service", ref.region, ref.cluster, ref.service],
    queryFn: ({ signal }) => ecs.describeServices(ref, signal),
    ...OPTIONS,
  });
}

/** What is known of a deployment's new tasks that stopped. */
export interface ReplacementTasks {
  /** By reason, the most frequent first; `undefined` while they are asked for. */
  stopped: StoppedTasksOf | undefined;
  /** The deployment's task set as it is now, where ECS shows it. */
  taskSet: TaskSetNow | undefined;
  /** What ECS said of the service since the deployment was created, newest first. */
  events: readonly ServiceEvent[];
  /** Why the tasks, and the events, are not known or no longer up to date. */
  tasksError: AppError | undefined;
  serviceError: AppError | undefined;
  /** Whether the first answers are on their way. */
  isAsking: boolean;
}

/**
 * The new tasks of an ECS deployment that stopped, and the service's events; `undefined` for other deployments, and where config.json does
 * not list the join. Asked once for every few polls of the deployment while that runs, and once when it has ended. ECS forgets a stopped task
 * after about an hour; what was seen once stays.
 *
 * @param polls whether this call is the one that keeps them up to date: each that does asks for itself
 */
export function useReplacementTasks(
  region: string,
  deployment: Deployment,
  { polls }: { polls: boolean },
): ReplacementTasks | undefined {
  const { joins, ecs } = useAws();
  const client = useQueryClient();
  const { deploymentId = "", createTime, completeTime, status, computePlatform } = deployment;
  const { ids } = useTargetList();
  const ref = ids[0] === undefined ? undefined : serviceOf(ids[0]);
  const { cluster = "", service = "" } = ref ?? {};
  const isOn = joins.includes("ecs") && computePlatform === "ECS";
  const hasEnded = isFinished(status);
  const refetchInterval = useJoinInterval(region, deploymentId, { polls, hasEnded });
  const asked = { region, cluster, service };
  const now = useQuery({
    ...serviceOptions(ecs, asked),
    enabled: isOn && ref !== undefined,
    refetchInterval,
  });
  const keyOf = (occasion: "running" | "ended") => [
    "stopped-tasks",
    region,
    deploymentId,
    cluster,
    service,
    occasion,
  ];
  const queryKey = keyOf(hasEnded ? "ended" : "running");
  const stopped = useQuery<StoppedTask[], AppError>({
    queryKey,
    queryFn: async ({ signal }) => {
      const known =
        client.getQueryData<StoppedTask[]>(queryKey) ??
        client.getQueryData<StoppedTask[]>(keyOf("running")) ??
        [];
      const arns = await ecs.listTasks(asked, signal);
      const fresh = arns.filter((arn) => !known.some((task) => task.arn === arn)).slice(0, MOST_TASKS);
      if (fresh.length === 0) return known;
      const tasks = await ecs.describeTasks({ region, cluster, taskArns: fresh }, signal);
      return [...known, ...tasks].slice(-MOST_KEPT);
    },
    ...OPTIONS,
    // What was seen while it ran stays while it is asked for the last time.
    placeholderData: (previous) => previous,
    enabled: isOn && ref !== undefined,
    refetchInterval,
  });
  const groups = useMemo(
    () =>
      stopped.data &&
      stoppedGroups(
        tasksOf(stopped.data, now.data, { deploymentId, createdMs: createTime, endedMs: completeTime }),
      ),
    [stopped.data, now.data, deploymentId, createTime, completeTime],
  );
  const taskSet = now.data && replacementSet(now.data, deploymentId);
  const events = useMemo(() => (now.data ? eventsSince(now.data, createTime) : []), [now.data, createTime]);
  if (!isOn) return undefined;
  const tasksError = stopped.error ?? undefined;
  const serviceError = now.error ?? undefined;
  const isAsking = ref !== undefined && !((groups || tasksError) && (now.data || serviceError));
  const told = groups && {
    groups,
    isOwn: now.data !== undefined,
    isSteady: hasBecomeSteady(groups, taskSet),
  };
  return { stopped: told, taskSet, events, tasksError, serviceError, isAsking };
}
