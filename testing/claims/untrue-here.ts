import type { JsonObject } from "../field-cases/field-case.ts";
import { ago } from "../field-cases/field-case.ts";
import type { CoherentAnswer } from "./coherent-answer.ts";

/** An answer that makes a sentence of the status strip wrong, and what is said instead. */
export interface UntrueHere {
  answer: CoherentAnswer;
  words: RegExp;
  instead: RegExp;
}

export function answer(
  deployment: JsonObject,
  targets: JsonObject[] = [],
  config: JsonObject = {},
): CoherentAnswer {
  return {
    deployment,
    targets,
    config,
    platform: text(deployment, "computePlatform"),
    status: text(deployment, "status"),
  };
}

function text(deployment: JsonObject, name: string): string {
  const value = deployment[name];
  return typeof value === "string" ? value : "";
}

export const CANARY = {
  trafficRoutingConfig: {
    type: "TimeBasedCanary",
    timeBasedCanary: { canaryPercentage: 10, canaryInterval: 5 },
  },
};
export const BLUE_GREEN = {
  deploymentStyle: { deploymentType: "BLUE_GREEN" },
  blueGreenDeploymentConfiguration: {
    deploymentReadyOption: { actionOnTimeout: "STOP_DEPLOYMENT", waitTimeInMinutes: 60 },
    terminateBlueInstancesOnDeploymentSuccess: { action: "TERMINATE", terminationWaitTimeInMinutes: 5 },
  },
};
export const CUSTOM = { deploymentConfigName: "ten-then-all" };
export const lasted = (lifecycleEventName: string, fromAgo: number, toAgo: number): JsonObject => ({
  lifecycleEventName,
  status: "Succeeded",
  startTime: ago(fromAgo),
  endTime: ago(toAgo),
});
