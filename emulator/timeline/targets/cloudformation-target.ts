import type { DeploymentTarget } from "@aws-sdk/client-codedeploy";
import type { Wire } from "../../wire.ts";
import { wireTime } from "../../wire.ts";
import type { Step } from "../steps.ts";
import { lastChangeAt, lifecycleEventAt, statusAt } from "../steps.ts";
import type { Target } from "../scenario.ts";
import type { TrafficPlan } from "../traffic.ts";

/** How a resource of a CloudFormation stack fares. */
export interface CloudFormationCourse {
  readonly stackIdIn: (region: string) => string;
  readonly resourceType: string;
  readonly steps: readonly Step[];
  readonly traffic: TrafficPlan;
}

/** A blue/green update by CloudFormation as a deployment target. */
export function cloudFormationTarget({
  stackIdIn,
  resourceType,
  steps,
  traffic,
}: CloudFormationCourse): Target {
  return {
    at(atMs, { deploymentId, region, createdAtMs }) {
      const status = statusAt(steps, atMs);
      const targetId = stackIdIn(region);
      const describe = (): Wire<DeploymentTarget> => ({
        deploymentTargetType: "CloudFormationTarget",
        cloudFormationTarget: {
          deploymentId,
          targetId,
          lastUpdatedAt: wireTime(createdAtMs + lastChangeAt(steps, atMs)),
          lifecycleEvents: steps.map((step) => lifecycleEventAt(step, atMs, createdAtMs)),
          status,
          resourceType,
          targetVersionWeight: traffic(atMs),
        },
      });
      return { targetId, status, describe };
    },
  };
}
