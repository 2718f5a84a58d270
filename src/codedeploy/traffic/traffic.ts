import { keyedEvents } from "../targets/event-columns.ts";
import type { Target, TargetFacts, TaskSet } from "../targets/target.ts";

/** One of the versions that production traffic is split over. */
export interface TrafficSide {
  /** A task set's id, a version of a function; absent where AWS does not name it. */
  name: string | undefined;
  /** From 0 to 100; absent where AWS sends none, or a number that can be none. */
  percent: number | undefined;
  /** Of a task set only. */
  taskSet?: TaskSet;
}

/** How production traffic is split between what was there and what is deployed. */
export interface Traffic {
  original: TrafficSide | undefined;
  replacement: TrafficSide | undefined;
  /** Those of which it cannot be told what they are. */
  others: TrafficSide[];
}

/**
 * The traffic of a target of ECS, Lambda or CloudFormation; `undefined` where the target has none to report.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ECSTaskSet.html
 */
export function traffic(target: Target): Traffic | undefined {
  const { facts } = target;
  switch (facts.kind) {
    case "ecs":
      return facts.taskSets.length === 0 ? undefined : taskSetTraffic(target, facts.taskSets);
    case "lambda":
      return lambdaTraffic(facts.lambdaFunction);
    case "cloudformation":
      return split(undefined, undefined, shareOrPercent(facts.weight));
    case "instance":
    case "unknown":
      return undefined;
  }
}

type Role = "original" | "replacement" | "unknown";

function taskSetTraffic(target: Target, taskSets: readonly TaskSet[]): Traffic {
  const sides: Traffic = { original: undefined, replacement: undefined, others: [] };
  for (const taskSet of taskSets) {
    const role = roleOf(taskSet, target);
    const side = { name: taskSet.identifer, percent: percentOf(taskSet.trafficWeight), taskSet };
    if (role === "unknown" || sides[role]) sides.others.push(side);
    else sides[role] = side;
  }
  return sides;
}

/**
 * By its label. Answers of 2018 have none; then by its status, whose meaning turns round once the traffic has
 * moved: until then `PRIMARY` is the original task set, afterwards the replacement.
 */
function roleOf({ taskSetLabel, status }: TaskSet, target: Target): Role {
  if (taskSetLabel === "Blue") return "original";
  if (taskSetLabel === "Green") return "replacement";
  const hasMoved = hasMovedTraffic(target);
  if (taskSetLabel !== undefined || hasMoved === undefined) return "unknown";
  if (status === "PRIMARY") return hasMoved ? "replacement" : "original";
  if (status === "ACTIVE") return hasMoved ? "original" : "replacement";
  return status === "DRAINING" && hasMoved ? "original" : "unknown";
}

/** `undefined` between the end of the shift and that of the target, and after a failure: the two may have swapped. */
function hasMovedTraffic(target: Target): boolean | undefined {
  if (target.status === "Succeeded") return true;
  const isShifted = keyedEvents(target).get("AllowTraffic")?.status === "Succeeded";
  return isShifted || target.status === "Failed" ? undefined : false;
}

/** AWS's reference says percentage; real answers are fractions: 1 when all traffic has moved. */
function lambdaTraffic(
  info: Extract<TargetFacts, { kind: "lambda" }>["lambdaFunction"],
): Traffic | undefined {
  const weight = info.targetVersionWeight;
  const percent = weight !== undefined && weight <= 1 ? percentOf(weight * 100) : undefined;
  return split(info.currentVersion, info.targetVersion, percent);
}

/** No real answer of CloudFormation's is known: up to 1 it is read as a fraction like Lambda's. */
function shareOrPercent(weight: number | undefined): number | undefined {
  if (weight === undefined) return undefined;
  return percentOf(weight <= 1 ? weight * 100 : weight);
}

function split(
  originalName: string | undefined,
  replacementName: string | undefined,
  percent: number | undefined,
): Traffic | undefined {
  if (originalName === undefined && replacementName === undefined && percent === undefined) return undefined;
  return {
    original: { name: originalName, percent: percent === undefined ? undefined : 100 - percent },
    replacement: { name: replacementName, percent },
    others: [],
  };
}

function percentOf(percent: number | undefined): number | undefined {
  if (percent === undefined || !(percent >= 0 && percent <= 100)) return undefined;
  // Adding 0 makes of a negative zero a plain one.
  return Math.round(percent * 100) / 100 + 0;
}
