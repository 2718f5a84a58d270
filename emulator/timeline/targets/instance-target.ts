import type { DeploymentTarget, TargetLabel, TargetStatus } from "@aws-sdk/client-codedeploy";
import { ACCOUNT_ID } from "../../account-id.ts";
import type { Wire } from "../../wire.ts";
import { wireTime } from "../../wire.ts";
import type { Step } from "../steps.ts";
import { endOf, lastChangeAt, lifecycleEventAt, statusAt, stopSteps } from "../steps.ts";
import type { Target } from "../scenario.ts";

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
    steps,
    ...(label && { label }),
    stopped: ({ atMs: stoppedAtMs, endOf: endOfRunning }) =>
      instanceTarget(stoppedCourse(course, stopSteps(steps, stoppedAtMs, endOfRunning), stoppedAtMs)),
    again: (next) => instanceTarget({ instanceId: targetId, steps: next.steps, ...(label && { label }) }),
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

/** An instance in place that is left half-way has failed, also when it was stopped between two events. */
function stoppedCourse(course: InstanceCourse, steps: readonly Step[], stoppedAtMs: number): InstanceCourse {
  const isHalfWay = !course.label && steps.some(isSkipped) && !steps.every(isSkipped);
  return {
    ...course,
    steps,
    statusAt: (atMs) => {
      if (atMs < stoppedAtMs) return course.statusAt?.(atMs);
      return isHalfWay && atMs >= endOf(steps) ? "Failed" : undefined;
    },
  };
}

function isSkipped({ outcome }: Step): boolean {
  return outcome === "Skipped";
}
