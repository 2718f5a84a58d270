import fc from "fast-check";
import type { JsonObject } from "../field-cases/field-case.ts";
import { ago } from "../field-cases/field-case.ts";
import type { Platform } from "./coherent-target.ts";
import { coherentTarget } from "./coherent-target.ts";

/** An answer whose members fit together, as those of a deployment that AWS really ran do. */
export interface CoherentAnswer {
  platform: string;
  status: string;
  deployment: JsonObject;
  targets: JsonObject[];
  /** The rules of the deployment's configuration. */
  config: JsonObject;
}

/** The codes that a platform has. */
const CODES: Readonly<Record<Platform, readonly string[]>> = {
  Server: ["HEALTH_CONSTRAINTS", "AGENT_ISSUE", "TIMEOUT", "MANUAL_STOP", "ALARM_ACTIVE", "BRAND_NEW"],
  ECS: ["ECS_UPDATE_ERROR", "TIMEOUT", "MANUAL_STOP", "ALARM_ACTIVE", "HOOK_EXECUTION_FAILURE", "BRAND_NEW"],
  Lambda: ["THROTTLED", "TIMEOUT", "MANUAL_STOP", "ALARM_ACTIVE", "HOOK_EXECUTION_FAILURE", "BRAND_NEW"],
};

function errorOf(platform: Platform): fc.Arbitrary<JsonObject | null> {
  return fc.option(
    fc.record({
      code: fc.constantFrom(null, ...CODES[platform]),
      message: fc.constantFrom(null, "Words of AWS about the deployment."),
    }),
  );
}

const settings: fc.Arbitrary<JsonObject> = fc.record({
  deploymentConfigName: fc.constantFrom(
    null,
    "CodeDeployDefault.AllAtOnce",
    "CodeDeployDefault.OneAtATime",
    "custom",
  ),
  deploymentStyle: fc.constantFrom(null, { deploymentType: "IN_PLACE" }, { deploymentType: "BLUE_GREEN" }),
  deploymentStatusMessages: fc.constantFrom<string[]>([], ["A message about the status."]),
  instanceTerminationWaitTimeStarted: fc.boolean(),
  ignoreApplicationStopFailures: fc.boolean(),
  blueGreenDeploymentConfiguration: fc.constantFrom(
    null,
    { terminateBlueInstancesOnDeploymentSuccess: { action: "KEEP_ALIVE", terminationWaitTimeInMinutes: 5 } },
    {
      terminateBlueInstancesOnDeploymentSuccess: { action: "TERMINATE", terminationWaitTimeInMinutes: 5 },
      deploymentReadyOption: { actionOnTimeout: "STOP_DEPLOYMENT", waitTimeInMinutes: 30 },
    },
  ),
  autoRollbackConfiguration: fc.constantFrom(
    null,
    { enabled: false },
    { enabled: true, events: ["DEPLOYMENT_FAILURE"] },
  ),
  rollbackInfo: fc.constantFrom(
    {},
    { rollbackTriggeringDeploymentId: "d-CAUSE0001" },
    { rollbackDeploymentId: "d-BACK00001" },
  ),
});

const CANARY = {
  trafficRoutingConfig: {
    type: "TimeBasedCanary",
    timeBasedCanary: { canaryPercentage: 10, canaryInterval: 5 },
  },
};

/** Those of which the page says most come more often. */
const STATUSES = [
  "Created",
  "Queued",
  "InProgress",
  "InProgress",
  "InProgress",
  "Ready",
  "Baking",
  "Succeeded",
  "Failed",
  "Stopped",
  "Tomorrow",
];

/** A deployment of any platform and status that began four hours ago or never, with its targets. */
export const coherentAnswer: fc.Arbitrary<CoherentAnswer> = fc
  .record({
    platform: fc.constantFrom<Platform>("Server", "ECS", "Lambda"),
    status: fc.constantFrom(...STATUSES),
  })
  .chain(({ platform, status }) => {
    const isOver = status === "Succeeded" || status === "Failed" || status === "Stopped";
    const isBefore = status === "Created" || status === "Queued";
    const list = fc.uniqueArray(coherentTarget(platform, isOver), { maxLength: 3, selector: idOf });
    const times: JsonObject = { createTime: ago(14_400) };
    if (!isBefore) times["startTime"] = ago(14_390);
    if (isOver) times["completeTime"] = ago(7_200);
    const mayHaveError = isOver || status === "InProgress";
    return fc.record({
      platform: fc.constant(platform),
      status: fc.constant(status),
      config: fc.constantFrom<JsonObject>({}, ...(platform === "Server" ? [] : [CANARY, CANARY, CANARY])),
      targets: isBefore ? fc.constant<JsonObject[]>([]) : list,
      isCounted: fc.boolean(),
      deployment: fc
        .tuple(settings, mayHaveError ? errorOf(platform) : fc.constant(null))
        .map(([members, errorInformation]) =>
          Object.assign({}, members, times, { status, computePlatform: platform, errorInformation }),
        ),
    });
  })
  .map(({ isCounted, ...answer }) => {
    if (isCounted && answer.targets.length > 0)
      answer.deployment["deploymentOverview"] = counts(answer.targets);
    return answer;
  });

/** How many of the targets have each status, as AWS counts them. */
function counts(targets: readonly JsonObject[]): JsonObject {
  const counted: Record<string, number> = {
    Pending: 0,
    InProgress: 0,
    Succeeded: 0,
    Failed: 0,
    Skipped: 0,
    Ready: 0,
  };
  for (const made of targets) {
    const status = /"status":"(\w+)"/.exec(JSON.stringify(made))?.[1] ?? "";
    if (status in counted) counted[status] = (counted[status] ?? 0) + 1;
  }
  return counted;
}

function idOf(made: JsonObject): string {
  return /"targetId":"(\w+)"/.exec(JSON.stringify(made))?.[1] ?? "";
}
