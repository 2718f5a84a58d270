import type { DeploymentTarget } from "@aws-sdk/client-codedeploy";
import { ACCOUNT_ID } from "../account-id.ts";
import type { Wire } from "../wire.ts";
import { wireTime } from "../wire.ts";
import type { Step } from "./steps.ts";
import { lastChangeAt, lifecycleEventAt, statusAt } from "./steps.ts";
import type { Target } from "./scenario.ts";
import type { TrafficPlan } from "./traffic.ts";

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
