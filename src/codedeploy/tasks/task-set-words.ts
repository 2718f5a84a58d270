import type { StabilityStatus } from "@aws-sdk/client-ecs";
import { formatCount } from "../../format/counts.ts";
import { lookUp } from "../../values/look-up.ts";
import type { TaskSetNow } from "./ecs-service.ts";

/** "2 tasks wanted, 1 pending, 1 running", as far as ECS says it; `undefined` where it says none of it. */
export function taskCountWords({ desired, pending, running }: TaskSetNow): string | undefined {
  const counts = [
    desired !== undefined && `${formatCount(desired)} ${desired === 1 ? "task" : "tasks"} wanted`,
    pending !== undefined && `${formatCount(pending)} pending`,
    running !== undefined && `${formatCount(running)} running`,
  ].filter((words) => words !== false);
  return counts.length === 0 ? undefined : counts.join(", ");
}

/**
 * Whether a task set has all that it wants, in words to be followed by a time; a value that nobody knows yet as ECS wrote it.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskSet.html
 */
export function stabilityWords({ stability }: TaskSetNow): string | undefined {
  return lookUp(STABILITY, stability) ?? stability;
}

const STABILITY: Readonly<Record<StabilityStatus, string>> = {
  STEADY_STATE: "Steady",
  STABILIZING: "Not steady",
};
