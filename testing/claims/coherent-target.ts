import fc from "fast-check";
import type { JsonObject } from "../field-cases/field-case.ts";
import { ago } from "../field-cases/field-case.ts";

export type Platform = "Server" | "ECS" | "Lambda";

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

/** A target of a deployment that runs, or that is over. */
export function coherentTarget(platform: Platform, isOver: boolean): fc.Arbitrary<JsonObject> {
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
