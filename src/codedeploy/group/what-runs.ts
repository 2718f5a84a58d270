import type { LastDeploymentInfo, RevisionLocation } from "@aws-sdk/client-codedeploy";
import { formatCountOf } from "../../format/counts.ts";
import type { Deployment, Plain } from "../deployment/deployment.ts";
import { rollback } from "../deployment/rollback.ts";
import { isFinished, statusFacts } from "../deployment/status.ts";
import { moment } from "../deployment/timing.ts";
import type { EcsService } from "../tasks/ecs-service.ts";
import type { DeploymentGroup } from "./deployment-group.ts";

/** What is known of what runs in a group. CodeDeploy does not watch it: it only knows what it did last. */
export interface WhatRuns {
  /** The last successful deployment. */
  deploymentId: string;
  /** What it deployed; where that was not read, what new instances of the group get, which is usually the same. */
  revision: Plain<RevisionLocation> | undefined;
  /** Whether the revision is the group's target revision, and not read from the deployment. */
  isTargetRevision: boolean;
  /** When it ended, in epoch milliseconds. */
  sinceMs: number | undefined;
  /** The deployment that it rolled back, where it was a rollback. */
  rolledBackId: string | undefined;
  /** Why something else may run, one sentence each; none where nothing speaks against it. */
  doubts: string[];
}

type Last = Plain<LastDeploymentInfo>;

/**
 * What runs in a group as far as CodeDeploy can tell, with every reason to doubt it; `undefined` where nothing ever succeeded.
 *
 * @param success the answer about the last successful deployment, where it was read; `null` where AWS gave none
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_DeploymentGroupInfo.html
 */
export function whatRuns(
  group: DeploymentGroup,
  success: Deployment | null | undefined,
): WhatRuns | undefined {
  const { lastSuccessfulDeployment: last, targetRevision } = group;
  if (!last?.deploymentId) return undefined;
  return {
    deploymentId: last.deploymentId,
    revision: success?.revision ?? targetRevision,
    isTargetRevision: success?.revision === undefined,
    sinceMs: moment(last.endTime),
    rolledBackId: success ? rollback(success)?.undoesId : undefined,
    doubts: [
      ...attemptDoubts(group, last),
      ...(success ? successDoubts(success) : []),
      ...(success === null && !isElsewhere(group)
        ? ["AWS does not describe it: whether instances failed or were skipped in it is not known."]
        : []),
      ...(group.outdatedInstancesStrategy === "IGNORE" && !isElsewhere(group)
        ? [
            "The group leaves outdated instances as they are: those launched during a deployment may have an older revision.",
          ]
        : []),
    ],
  };
}

/** A later attempt that has not succeeded may have changed something. */
function attemptDoubts(group: DeploymentGroup, last: Last): string[] {
  const { lastAttemptedDeployment: attempt, computePlatform } = group;
  if (!attempt?.deploymentId || attempt.deploymentId === last.deploymentId) return [];
  const isLater = (moment(attempt.createTime) ?? Infinity) >= (moment(last.createTime) ?? 0);
  if (!isLater) return [];
  const id = attempt.deploymentId;
  const { isKnown, word } = statusFacts(attempt.status);
  if (!isKnown)
    return [
      `${id} came later, and whether it is over is not known: ${AFFECTED[computePlatform ?? "Server"].after}`,
    ];
  if (!isFinished(attempt.status)) return [`${id} is not over: ${AFFECTED[computePlatform ?? "Server"].now}`];
  return [`${id} came later and ${word.toLowerCase()}: ${AFFECTED[computePlatform ?? "Server"].after}`];
}

const AFFECTED: Readonly<
  Record<NonNullable<DeploymentGroup["computePlatform"]>, { now: string; after: string }>
> = {
  Server: {
    now: "instances that it has reached have its revision.",
    after: "instances that it reached may have its revision.",
  },
  ECS: {
    now: "it may have shifted traffic already.",
    after: "it may have shifted traffic before it ended.",
  },
  Lambda: {
    now: "the alias may point to two versions.",
    after: "the alias may still point to two versions.",
  },
};

/** What the last success left undone. */
function successDoubts({ deploymentOverview, updateOutdatedInstancesOnly, computePlatform }: Deployment) {
  const { Failed = 0, Skipped = 0 } = deploymentOverview ?? {};
  const isOnInstances = computePlatform === undefined || computePlatform === "Server";
  const doubts: string[] = [];
  if (!isOnInstances) return doubts;
  if (Failed > 0)
    doubts.push(`${formatCountOf(Failed, "instance")} failed in it and may have another revision.`);
  if (Skipped > 0)
    doubts.push(
      `${formatCountOf(Skipped, "instance")} ${Skipped === 1 ? "was" : "were"} skipped in it and may have another revision.`,
    );
  if (updateOutdatedInstancesOnly)
    doubts.push("It went to outdated instances only: the others were left as they were.");
  return doubts;
}

function isElsewhere({ computePlatform }: DeploymentGroup): boolean {
  return computePlatform === "ECS" || computePlatform === "Lambda";
}

/** What ECS says of the service that a group deploys to. */
export interface EcsSays {
  words: string;
  /** Whether nothing else runs: the production traffic goes to tasks of the deployment, and there are no others that could get a share. */
  isCertain: boolean;
}

/**
 * What ECS says of the service that a group deploys to: its primary task set has the production traffic. While a deployment shifts
 * it step by step another one that is active has a share.
 *
 * @returns `undefined` where ECS names no primary task set
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskSet.html
 */
export function ecsSays({ taskSets }: EcsService, deploymentId: string): EcsSays | undefined {
  const primary = taskSets.find(({ status }) => status === "PRIMARY");
  if (!primary) return undefined;
  const tasks = primary.taskDefinition?.split("/").at(-1) ?? "an unknown task definition";
  const hasOther = taskSets.some((set) => set !== primary && mayHaveTraffic(set));
  const other = hasOther ? " It has another task set, which may get a share of the traffic." : "";
  if (primary.deploymentId === deploymentId) {
    const certain = hasOther ? "" : "Certain: ";
    return {
      words: `${certain}ECS says that the traffic goes to this deployment’s tasks, of ${tasks}.${other}`,
      isCertain: !hasOther,
    };
  }
  const whose =
    primary.deploymentId === undefined ? "tasks of no deployment" : `the tasks of ${primary.deploymentId}`;
  return { words: `ECS says that the traffic goes to ${whose}, of ${tasks}.${other}`, isCertain: false };
}

/** Whether a task set that is not the primary one may get a share of the traffic: it has tasks, and does not end. */
function mayHaveTraffic({ status, desired, running }: EcsService["taskSets"][number]): boolean {
  return status !== "DRAINING" && !(desired === 0 && running === 0);
}
