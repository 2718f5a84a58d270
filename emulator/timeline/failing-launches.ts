import type { Activity } from "@aws-sdk/client-auto-scaling";
import { fingerprint } from "./fingerprint.ts";
import type { Setting } from "./scenario.ts";

/** Launches of instances that fail, one after the other. */
export interface FailingLaunches {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly everyMs: number;
  /** Why, in AWS's words. */
  readonly message: string;
}

/** The failed launches until then, newest first, as DescribeScalingActivities has them. */
export function launchActivities(
  { fromMs, untilMs, everyMs, message }: FailingLaunches,
  groupName: string,
  atMs: number,
  { deploymentId, createdAtMs }: Setting,
): Activity[] {
  const count = Math.max(0, Math.floor((Math.min(atMs, untilMs) - fromMs) / everyMs) + 1);
  return Array.from({ length: count }, (_, place): Activity => {
    const startedAtMs = createdAtMs + fromMs + place * everyMs;
    const time = new Date(startedAtMs);
    return {
      ActivityId: fingerprint(`${deploymentId} launch ${place}`, 32).replace(
        /^(.{8})(.{4})(.{4})(.{4})/,
        "$1-$2-$3-$4-",
      ),
      AutoScalingGroupName: groupName,
      Description: `Launching a new EC2 instance.  Status Reason: ${message}`,
      Cause: `At ${time.toISOString()} an instance was started in response to a difference between desired and actual capacity, increasing the capacity from 0 to 3.`,
      StartTime: time,
      EndTime: time,
      StatusCode: "Failed",
      StatusMessage: message,
      Progress: 100,
    };
  }).toReversed();
}
