import type { DeploymentTarget, TargetLabel, TargetStatus } from "@aws-sdk/client-codedeploy";
import { ACCOUNT_ID } from "../account-id.ts";
import type { Wire } from "../wire.ts";
import { wireTime } from "../wire.ts";
import type { Step } from "./steps.ts";
import { lastChangeAt, lifecycleEventAt, statusAt } from "./steps.ts";
import type { Target } from "./scenario.ts";

/** How an EC2 instance fares. */
export interface InstanceCourse {
  readonly instanceId: string;
  readonly steps: readonly Step[];
  readonly label?: TargetLabel;
  /** Overrules the status that follows from the steps, where it answers. */
  statusAt?(atMs: number): TargetStatus | undefined;
}

/** An EC2 instance as a deployment target. */
export function instanceTarget(course: InstanceCourse): Target {
  const { instanceId: targetId, steps, label } = course;
  return {
    at(atMs, { deploymentId, region, createdAtMs }) {
      const status = course.statusAt?.(atMs) ?? statusAt(steps, atMs);
      const describe = (): Wire<DeploymentTarget> => ({
        deploymentTargetType: "InstanceTarget",
        instanceTarget: {
          deploymentId,
          targetId,
          targetArn: `arn:aws:ec2:${region}:${ACCOUNT_ID}:instance/${targetId}`,
          status,
          lastUpdatedAt: wireTime(createdAtMs + lastChangeAt(steps, atMs)),
          lifecycleEvents: steps.map((step) => lifecycleEventAt(step, atMs, createdAtMs)),
          ...(label && { instanceLabel: label }),
        },
      });
      return { targetId, status, describe, ...(label && { label }) };
    },
  };
}
