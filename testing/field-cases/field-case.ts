import type { Json } from "../../src/codedeploy/deployment/deployment.ts";

/** An answer as people met it, and what the page says and does not say of it. All text is a part of what is shown. */
export interface FieldCase {
  deployment: JsonObject;
  targets?: readonly JsonObject[];
  /** AWS refuses to list targets of a deployment that never started. */
  isNotStarted?: true;
  /** The deployment configuration cannot be read. */
  isConfigLost?: true;
  region?: string;
  /** The event of the first target that is open. */
  openEvent?: string;
  layout?: "times";
  says: readonly string[];
  hides?: readonly string[];
}

export type JsonObject = { [key: string]: Json };

const NOW_S = Math.floor(Date.now() / 1000);
/** Epoch seconds, as AWS sends them: so many seconds ago. A length that is told stays some seconds away from the next one. */
export const ago = (seconds: number): number => NOW_S - seconds;

/** A deployment of `computePlatform` that began half an hour ago and runs. */
export function running(computePlatform: "Server" | "ECS" | "Lambda", members: JsonObject = {}): JsonObject {
  return { status: "InProgress", createTime: ago(1_802), startTime: ago(1_800), computePlatform, ...members };
}

/** One that ended three hours ago, after two minutes. */
export function ended(
  computePlatform: "Server" | "ECS" | "Lambda",
  status: "Failed" | "Stopped" | "Succeeded",
  members: JsonObject = {},
): JsonObject {
  const times = { createTime: ago(10_922), startTime: ago(10_920), completeTime: ago(10_800) };
  return { status, computePlatform, ...times, ...members };
}

/** One of instances that failed by AWS's most frequent code. */
export function failedFleet(members: JsonObject = {}): JsonObject {
  return ended("Server", "Failed", { errorInformation: { code: "HEALTH_CONSTRAINTS" }, ...members });
}

/** An event that ended some seconds before the end of {@link ended}; `diagnostics` of the agent. */
export function event(lifecycleEventName: string, status: string, diagnostics?: JsonObject): JsonObject {
  const isOver = status === "Succeeded" || status === "Failed";
  return {
    lifecycleEventName,
    status,
    ...(isOver && { startTime: ago(10_806), endTime: ago(10_804) }),
    ...(diagnostics && { diagnostics: { scriptName: "", logTail: "", ...diagnostics } }),
  };
}

/** An event that began so many seconds ago and runs. */
export function runningEvent(lifecycleEventName: string, seconds: number): JsonObject {
  return { lifecycleEventName, status: "InProgress", startTime: ago(seconds) };
}

/** The agent's message about a script, with what goes with it. */
export function script(
  scriptName: string,
  outcome: string,
  logTail = "",
  errorCode = "ScriptFailed",
): JsonObject {
  return {
    errorCode,
    scriptName,
    message: `Script at specified location: ${scriptName} ${outcome}`,
    logTail,
  };
}

export function instance(
  status: string,
  events: readonly JsonObject[],
  members: JsonObject = {},
): JsonObject {
  const instanceTarget = {
    targetId: "i-0c3d5e7f9a1b2c4d6",
    status,
    lifecycleEvents: [...events],
    ...members,
  };
  return { deploymentTargetType: "InstanceTarget", instanceTarget };
}

function taskSet(taskSetLabel: string, trafficWeight: number, runningCount: number): JsonObject {
  const identifer = `ecs-svc/${taskSetLabel}`;
  return { identifer, taskSetLabel, trafficWeight, desiredCount: 3, pendingCount: 0, runningCount };
}

/** A service whose replacement gets `percent` of the traffic, with one of three tasks running. */
export function service(status: string, events: readonly JsonObject[], percent?: number): JsonObject {
  const taskSetsInfo =
    percent === undefined ? [] : [taskSet("Blue", 100 - percent, 3), taskSet("Green", percent, 1)];
  const ecsTarget = { targetId: "crate:orders", status, lifecycleEvents: [...events], taskSetsInfo };
  return { deploymentTargetType: "ECSTarget", ecsTarget };
}

/** A function whose new version gets `share` (0 to 1) of the traffic. */
export function lambda(status: string, events: readonly JsonObject[], share: number): JsonObject {
  const lambdaFunctionInfo = {
    functionName: "invoices",
    functionAlias: "live",
    currentVersion: "7",
    targetVersion: "8",
    targetVersionWeight: share,
  };
  return {
    deploymentTargetType: "LambdaTarget",
    lambdaTarget: { targetId: "invoices", status, lifecycleEvents: [...events], lambdaFunctionInfo },
  };
}
