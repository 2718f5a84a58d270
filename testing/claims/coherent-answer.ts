import fc from "fast-check";
import type { JsonObject } from "../field-cases/field-case.ts";
import { ago } from "../field-cases/field-case.ts";

/** An answer whose members fit together, as those of a deployment that AWS really ran do. */
export interface CoherentAnswer {
  platform: string;
  status: string;
  deployment: JsonObject;
  targets: JsonObject[];
  /** The rules of the deployment's configuration. */
  config: JsonObject;
}

type Platform = "Server" | "ECS" | "Lambda";

const EVENTS: Readonly<Record<Platform, readonly string[]>> = {
  Server: [
    "BeforeBlockTraffic",
    "BlockTraffic",
    "ApplicationStop",
    "DownloadBundle",
    "Install",
    "AfterInstall",
    "ApplicationStart",
    "ValidateService",
    "AllowTraffic",
    "EventOfTomorrow",
  ],
  ECS: [
    "BeforeInstall",
    "Install",
    "AllowTestTraffic",
    "BeforeAllowTraffic",
    "AllowTraffic",
    "EventOfTomorrow",
  ],
  Lambda: ["BeforeAllowTraffic", "AllowTraffic", "AfterAllowTraffic"],
};

const SILENT =
  "CodeDeploy agent was not able to receive the lifecycle event. Check the CodeDeploy agent logs.";

const diagnostics: fc.Arbitrary<JsonObject | null> = fc.option(
  fc.record({
    errorCode: fc.constantFrom(
      "",
      "ScriptFailed",
      "ScriptTimedOut",
      "ScriptMissing",
      "UnknownError",
      "Success",
      "BrandNew",
    ),
    message: fc.constantFrom(
      "",
      "Words that nobody knows.",
      "Script at specified location: bin/a.sh failed with exit code 3",
      "Failing in-progress lifecycle event after an agent restart.",
      SILENT,
    ),
    scriptName: fc.constantFrom("", "bin/a.sh", String.raw`hooks\a.ps1`),
    logTail: fc.constantFrom("", "[stdout]last words\n"),
  }),
);

/** A target that failed without an event, and one between two events. */
const STATUS_OF: Readonly<Record<string, string>> = { Unbegun: "Failed", Between: "InProgress" };

interface Course {
  /** How many events have succeeded. */
  reached: number;
  outcome: string;
  said: JsonObject | null;
  /** How long the event took that failed, or has taken that runs. */
  seconds: number;
  hasTimes: boolean;
}

/** How far a target has come: its events up to one that ends or runs, the others not begun. */
function course(platform: Platform, isOver: boolean): fc.Arbitrary<Course> {
  return fc.record({
    reached: fc.integer({ min: 0, max: EVENTS[platform].length }),
    outcome: isOver
      ? fc.constantFrom("Failed", "Succeeded", "Skipped", "Unbegun")
      : fc.constantFrom("InProgress", "Failed", "Succeeded", "Pending", "Between"),
    said: platform === "Server" ? diagnostics : fc.constant(null),
    seconds: fc.constantFrom(2, 400, 3_590),
    hasTimes: fc.constantFrom(true, true, false),
  });
}

function eventAt(lifecycleEventName: string, at: number, way: Course, isOver: boolean): JsonObject {
  const { reached, outcome, said, seconds, hasTimes } = way;
  const made: JsonObject = { lifecycleEventName, status: isOver ? "Skipped" : "Pending" };
  if ((at < reached && outcome !== "Unbegun") || outcome === "Succeeded") {
    made["status"] = "Succeeded";
    if (hasTimes) Object.assign(made, { startTime: ago(7_300), endTime: ago(7_299) });
  } else if (at === reached && (outcome === "Failed" || outcome === "InProgress")) {
    made["status"] = outcome;
    if (hasTimes) made["startTime"] = ago(7_200 + seconds);
    if (hasTimes && outcome === "Failed") made["endTime"] = ago(7_200);
    if (outcome === "Failed") made["diagnostics"] = said;
  }
  return made;
}

function target(platform: Platform, isOver: boolean): fc.Arbitrary<JsonObject> {
  const id = fc.constantFrom("a", "b", "c");
  const weight = fc.option(fc.constantFrom(0, 10, 10, 50, 100), { freq: 6 });
  return fc.tuple(id, course(platform, isOver), weight).map(([targetId, way, percent]): JsonObject => {
    const lifecycleEvents = EVENTS[platform].map((name, at) => eventAt(name, at, way, isOver));
    const events = { status: STATUS_OF[way.outcome] ?? way.outcome, lifecycleEvents };
    if (platform === "Server") {
      return { deploymentTargetType: "InstanceTarget", instanceTarget: { targetId, ...events } };
    }
    if (platform === "Lambda") {
      const share = percent === null ? {} : { targetVersionWeight: percent / 100 };
      const lambdaFunctionInfo = { functionName: "f", currentVersion: "1", targetVersion: "2", ...share };
      return {
        deploymentTargetType: "LambdaTarget",
        lambdaTarget: { targetId, ...events, lambdaFunctionInfo },
      };
    }
    const taskSetsInfo =
      percent === null
        ? []
        : [
            { taskSetLabel: "Blue", trafficWeight: 100 - percent },
            { taskSetLabel: "Green", trafficWeight: percent },
          ];
    return { deploymentTargetType: "ECSTarget", ecsTarget: { targetId, ...events, taskSetsInfo } };
  });
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
    const list = fc.uniqueArray(target(platform, isOver), { maxLength: 3, selector: idOf });
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
