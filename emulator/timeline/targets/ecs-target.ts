import type { DeploymentTarget, ECSTaskSet, LoadBalancerInfo } from "@aws-sdk/client-codedeploy";
import { ACCOUNT_ID } from "../../account-id.ts";
import type { Wire } from "../../wire.ts";
import { wireTime } from "../../wire.ts";
import { fingerprint, fraction } from "../fingerprint.ts";
import { seconds } from "../duration.ts";
import type { Target, TargetStop } from "../scenario.ts";
import type { Step } from "../steps.ts";
import { lastChangeAt, lifecycleEventAt, NEVER, statusAt, stopSteps } from "../steps.ts";
import type { TrafficPlan } from "../traffic.ts";
import { stoppedTraffic } from "../traffic.ts";

/** An ECS service. */
export interface EcsService {
  readonly cluster: string;
  readonly service: string;
  readonly taskCount: number;
}

/** How an ECS service fares. */
export interface EcsCourse extends EcsService {
  readonly steps: readonly Step[];
  /** The replacement's share of traffic. */
  readonly traffic: TrafficPlan;
  /** When the replacement becomes the primary task set. */
  readonly swapsAtMs?: number;
  /** When the original's tasks are terminated. */
  readonly originalEndsAtMs?: number;
  /** When the replacement's tasks are terminated. */
  readonly replacementEndsAtMs?: number;
  /** When the original becomes the primary task set again. */
  readonly swapsBackAtMs?: number;
  /** When all new tasks run, where that does not follow from Install; `NEVER` where each stops before. */
  readonly runsAtMs?: number;
}

/** An ECS service as a deployment target, with its two task sets. */
export function ecsTarget(course: EcsCourse): Target {
  const { cluster, service, taskCount, steps } = course;
  const targetId = `${cluster}:${service}`;
  return {
    steps,
    stopped: (stop) => ecsTarget(stoppedCourse(course, stop)),
    again: (next) => ecsTarget({ cluster, service, taskCount, ...next }),
    at(atMs, { deploymentId, region, createdAtMs }) {
      const status = statusAt(steps, atMs);
      const describe = (): Wire<DeploymentTarget> => ({
        deploymentTargetType: "ECSTarget",
        ecsTarget: {
          deploymentId,
          targetId,
          targetArn: `arn:aws:ecs:${region}:${ACCOUNT_ID}:service/${cluster}/${service}`,
          lastUpdatedAt: wireTime(createdAtMs + lastChangeAt(steps, atMs)),
          lifecycleEvents: steps.map((step) => lifecycleEventAt(step, atMs, createdAtMs)),
          status,
          taskSetsInfo: taskSetsAt(course, atMs, deploymentId),
        },
      });
      return { targetId, status, describe };
    },
  };
}

/** Without a rollback both task sets stay; with one the original serves alone, and the replacement ends. */
function stoppedCourse(course: EcsCourse, { atMs, endOf, trafficBackAtMs }: TargetStop): EcsCourse {
  const { swapsAtMs, originalEndsAtMs, ...rest } = course;
  return {
    ...rest,
    steps: stopSteps(course.steps, atMs, endOf),
    traffic: stoppedTraffic(course.traffic, atMs, trafficBackAtMs),
    ...(swapsAtMs !== undefined && swapsAtMs <= atMs && { swapsAtMs }),
    ...(originalEndsAtMs !== undefined && originalEndsAtMs <= atMs && { originalEndsAtMs }),
    ...(trafficBackAtMs !== undefined && {
      swapsBackAtMs: trafficBackAtMs,
      replacementEndsAtMs: trafficBackAtMs + seconds(30),
    }),
  };
}

function taskSetsAt(course: EcsCourse, atMs: number, deploymentId: string): Wire<ECSTaskSet>[] {
  const {
    swapsAtMs = NEVER,
    originalEndsAtMs = NEVER,
    replacementEndsAtMs = NEVER,
    swapsBackAtMs = NEVER,
  } = course;
  const weight = course.traffic(atMs);
  const started = startedTasks(course, atMs);
  const hasSwapped = atMs >= swapsAtMs && atMs < swapsBackAtMs;
  const hasOriginalEnded = atMs >= originalEndsAtMs;
  const hasReplacementEnded = atMs >= replacementEndsAtMs;
  const original: Wire<ECSTaskSet> = {
    identifer: taskSetId(`${course.service} original`),
    desiredCount: hasOriginalEnded ? 0 : course.taskCount,
    pendingCount: 0,
    runningCount: hasOriginalEnded ? 0 : course.taskCount,
    status: hasSwapped ? "ACTIVE" : "PRIMARY",
    trafficWeight: 100 - weight,
    targetGroup: { name: `${course.service}-blue` },
    taskSetLabel: "Blue",
  };
  const replacement: Wire<ECSTaskSet> = {
    identifer: taskSetId(deploymentId),
    desiredCount: hasReplacementEnded ? 0 : course.taskCount,
    pendingCount: hasReplacementEnded ? 0 : course.taskCount - (started ?? 0),
    runningCount: hasReplacementEnded ? 0 : (started ?? 0),
    status: hasReplacementEnded ? "DRAINING" : hasSwapped ? "PRIMARY" : "ACTIVE",
    trafficWeight: weight,
    targetGroup: { name: `${course.service}-green` },
    taskSetLabel: "Green",
  };
  return started === undefined ? [original] : [original, replacement];
}

/** How many of the replacement's tasks run; undefined before there is a replacement. They come up during Install. */
function startedTasks({ steps, taskCount, runsAtMs }: EcsCourse, atMs: number): number | undefined {
  const install = steps.find(({ event }) => event === "Install");
  if (!install || install.outcome === "Skipped" || atMs < install.startMs) return undefined;
  if (runsAtMs !== undefined) return atMs >= runsAtMs ? taskCount : 0;
  const progress = (atMs - install.startMs) / (install.endMs - install.startMs);
  return Math.min(taskCount, Math.floor(progress * (taskCount + 1)));
}

function taskSetId(text: string): string {
  return `ecs-svc/${String(Math.floor(fraction(text) * 9e15)).padStart(16, "4")}371`;
}

/** The two target groups of an ECS service with its production and its test listener. */
export function listenerPair(service: string, region: string): Wire<LoadBalancerInfo> {
  const listener = (route: string) =>
    `arn:aws:elasticloadbalancing:${region}:${ACCOUNT_ID}:listener/app/${service}/${fingerprint(service, 16)}/${fingerprint(`${service} ${route}`, 16)}`;
  return {
    targetGroupPairInfoList: [
      {
        targetGroups: [{ name: `${service}-blue` }, { name: `${service}-green` }],
        prodTrafficRoute: { listenerArns: [listener("production")] },
        testTrafficRoute: { listenerArns: [listener("test")] },
      },
    ],
  };
}
