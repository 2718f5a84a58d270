import { queryOptions, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Ecs } from "../../aws/ecs/operations.ts";
import type { Lambda } from "../../aws/lambda/operations.ts";
import { namesRevision } from "../../codedeploy/changes/appspec.ts";
import { isComparable } from "../../codedeploy/changes/comparable.ts";
import type { FunctionVersion, VersionShift } from "../../codedeploy/changes/function-version.ts";
import { versionShift } from "../../codedeploy/changes/function-version.ts";
import type { TaskDefinition } from "../../codedeploy/changes/task-definition.ts";
import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import { knownTargets } from "../../codedeploy/targets/target-list.ts";
import type { AppError } from "../../errors/app-error.ts";
import { useAppSpec } from "./appspec.ts";
import { useAws } from "../deployments-context.ts";
import { useTargetList } from "../targets.tsx";

const AFTER_FAULT_MS = 60_000;

/** None of it ever changes: asked once, and again only after a fault that passes. */
const ONCE = {
  retry: false,
  retryOnMount: false,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  staleTime: Number.POSITIVE_INFINITY,
  refetchInterval: ({ state }: { state: { error: AppError | null } }) =>
    state.error?.isTransient ? AFTER_FAULT_MS : false,
} as const;

function taskDefinitionOptions(ecs: Ecs, region: string, name: string | undefined) {
  return queryOptions<TaskDefinition, AppError>({
    queryKey: ["task-definition", region, name],
    queryFn: ({ signal }) => ecs.describeTaskDefinition({ region, taskDefinition: name ?? "" }, signal),
    ...ONCE,
  });
}

function versionOptions(lambda: Lambda, region: string, functionName: string, version: string) {
  return queryOptions<FunctionVersion, AppError>({
    queryKey: ["function-version", region, functionName, version],
    queryFn: ({ signal }) => lambda.getFunctionConfiguration({ region, functionName, version }, signal),
    ...ONCE,
  });
}

/** Two versions of one thing: as the group had it, and as this deployment brings it. */
export interface Versions<Thing> {
  before: Thing;
  now: Thing;
}

/** What a deployment changes, as far as AppSpecs, task definitions and functions tell it. */
export interface WhatChanged {
  /** The AppSpecs' texts, where CodeDeploy sends both. */
  appSpecs: Versions<string> | undefined;
  /** The ECS task definitions that the AppSpecs name. */
  taskDefinitions: Versions<TaskDefinition> | undefined;
  /** The versions of the Lambda function between which traffic moves, and what each is. */
  shift: VersionShift | undefined;
  functionVersions: Versions<FunctionVersion> | undefined;
  /** Why a part of it is not known. */
  appSpecError: AppError | undefined;
  taskDefinitionError: AppError | undefined;
  functionError: AppError | undefined;
  /** Whether the first answers are on their way. */
  isAsking: boolean;
}

/**
 * What a deployment of ECS or Lambda really changes, asked once: the text of this and the previous AppSpec, then the task definitions
 * that they name or the versions of the function. `undefined` for other deployments, for those without a previous revision, and where
 * config.json does not list the join.
 */
export function useWhatChanged(region: string, deployment: Deployment): WhatChanged | undefined {
  const { joins, ecs, lambda } = useAws();
  const { computePlatform, revision, previousRevision } = deployment;
  const list = useTargetList();
  const shift = useMemo(() => versionShift(knownTargets(list)), [list]);
  const isOn = joins.includes("revisions") && isComparable(deployment);
  const now = useAppSpec(region, deployment, revision, isOn);
  const before = useAppSpec(region, deployment, previousRevision, isOn);
  const nowName = now.spec?.taskDefinition;
  const beforeName = before.spec?.taskDefinition;
  const hasTasks =
    isOn &&
    computePlatform === "ECS" &&
    [nowName, beforeName].every((name) => name !== undefined && namesRevision(name));
  const tasksNow = useQuery({ ...taskDefinitionOptions(ecs, region, nowName), enabled: hasTasks });
  const tasksBefore = useQuery({ ...taskDefinitionOptions(ecs, region, beforeName), enabled: hasTasks });
  const hasShift = isOn && shift !== undefined;
  const { functionName = "", before: versionBefore = "", now: versionNow = "" } = shift ?? {};
  const functionNow = useQuery({
    ...versionOptions(lambda, region, functionName, versionNow),
    enabled: hasShift,
  });
  const functionBefore = useQuery({
    ...versionOptions(lambda, region, functionName, versionBefore),
    enabled: hasShift,
  });
  if (!isOn) return undefined;
  const appSpecError = now.error ?? before.error;
  const taskDefinitionError = tasksNow.error ?? tasksBefore.error ?? undefined;
  const functionError = functionNow.error ?? functionBefore.error ?? undefined;
  return {
    appSpecs: versionsOf(before.text, now.text),
    taskDefinitions: versionsOf(tasksBefore.data, tasksNow.data),
    shift,
    functionVersions: versionsOf(functionBefore.data, functionNow.data),
    appSpecError,
    taskDefinitionError,
    functionError,
    isAsking:
      (!appSpecError && (now.isAsking || before.isAsking)) ||
      (hasTasks && !taskDefinitionError && (tasksNow.isPending || tasksBefore.isPending)) ||
      (hasShift && !functionError && (functionNow.isPending || functionBefore.isPending)),
  };
}

function versionsOf<Thing>(before: Thing | undefined, now: Thing | undefined): Versions<Thing> | undefined {
  return before === undefined || now === undefined ? undefined : { before, now };
}
