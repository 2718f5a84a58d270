import type { DeploymentTarget } from "@aws-sdk/client-codedeploy";
import { ACCOUNT_ID } from "../../account-id.ts";
import type { Wire } from "../../wire.ts";
import { wireTime } from "../../wire.ts";
import type { Step } from "../steps.ts";
import { lastChangeAt, lifecycleEventAt, statusAt, stopSteps } from "../steps.ts";
import type { Target } from "../scenario.ts";
import type { TrafficPlan } from "../traffic.ts";
import { stoppedTraffic } from "../traffic.ts";

/** How the alias of a Lambda function fares. */
export interface LambdaCourse {
  readonly functionName: string;
  readonly alias: string;
  readonly currentVersion: string;
  readonly targetVersion: string;
  readonly steps: readonly Step[];
  /** The target version's share of traffic. */
  readonly traffic: TrafficPlan;
}

/** A Lambda function as a deployment target. Unlike ECS, its weight goes out as a fraction. */
export function lambdaTarget(course: LambdaCourse): Target {
  const { functionName: targetId, alias, steps } = course;
  return {
    steps,
    stopped: ({ atMs: stoppedAtMs, endOf, trafficBackAtMs }) =>
      lambdaTarget({
        ...course,
        steps: stopSteps(steps, stoppedAtMs, endOf),
        traffic: stoppedTraffic(course.traffic, stoppedAtMs, trafficBackAtMs),
      }),
    again: ({ steps: nextSteps, traffic, isRollback }) =>
      lambdaTarget({
        ...course,
        ...(isRollback && { currentVersion: course.targetVersion, targetVersion: course.currentVersion }),
        steps: nextSteps,
        traffic,
      }),
    at(atMs, { deploymentId, region, createdAtMs }) {
      const status = statusAt(steps, atMs);
      const describe = (): Wire<DeploymentTarget> => ({
        deploymentTargetType: "LambdaTarget",
        lambdaTarget: {
          deploymentId,
          targetId,
          targetArn: `arn:aws:lambda:${region}:${ACCOUNT_ID}:function:${targetId}:${alias}`,
          status,
          lastUpdatedAt: wireTime(createdAtMs + lastChangeAt(steps, atMs)),
          lifecycleEvents: steps.map((step) => lifecycleEventAt(step, atMs, createdAtMs)),
          lambdaFunctionInfo: {
            functionName: course.functionName,
            functionAlias: alias,
            currentVersion: course.currentVersion,
            targetVersion: course.targetVersion,
            targetVersionWeight: course.traffic(atMs) / 100,
          },
        },
      });
      return { targetId, status, describe };
    },
  };
}
