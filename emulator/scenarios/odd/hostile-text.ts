import { instanceTarget } from "../../timeline/targets/instance-target.ts";
import { IN_PLACE_EVENTS } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { endOf, inSequence } from "../../timeline/steps.ts";

/** Text that tries to be more than text: markup, right-to-left overrides, control and invisible characters. */
export const HOSTILE_TEXT =
  '<img src=x onerror="alert(1)"><script>alert(2)</script>{{7*7}}${7*7} \u202Egnp.exe\u202C \u2066isolated\u2069 zero\u200Bwidth\uFEFF bell\u0007 null\u0000 escape\u001B[31mred\u001B[0m \u0085 lone \uD800 surrogate __proto__ javascript:alert(3)';

/** A hundred kilobytes without a single place to break a line. */
const HUGE_TEXT = "huge".repeat(25_600);

const steps = inSequence(2_000, IN_PLACE_EVENTS, {
  event: "ValidateService",
  diagnostics: {
    errorCode: "ScriptFailed",
    scriptName: HOSTILE_TEXT,
    message: HOSTILE_TEXT,
    logTail: `${HOSTILE_TEXT}\n${HUGE_TEXT}`,
  },
});
const failedMs = endOf(steps) + 1_000;

/** Every string an attack; nothing of it may do more than stand there. */
export const hostileTextEverywhere = play({
  name: "hostile-text",
  description:
    "Failed, with markup, control and bidirectional characters in every string, and 100 kB of description.",
  computePlatform: "Server",
  facts: {
    applicationName: HOSTILE_TEXT,
    deploymentGroupName: HOSTILE_TEXT,
    deploymentConfigName: HOSTILE_TEXT,
    description: `${HOSTILE_TEXT}${HUGE_TEXT}`,
    creator: "user",
    externalId: `javascript:alert(document.domain)//${HOSTILE_TEXT}`,
    additionalDeploymentStatusInfo: HOSTILE_TEXT,
    deploymentStatusMessages: [HOSTILE_TEXT, HUGE_TEXT],
    deploymentStyle: { deploymentType: "IN_PLACE", deploymentOption: "WITHOUT_TRAFFIC_CONTROL" },
    revision: {
      revisionType: "GitHub",
      gitHubLocation: { repository: "evil/../../repo?x=<b>", commitId: "javascript:alert(4)" },
    },
    previousRevision: {
      revisionType: "S3",
      s3Location: {
        bucket: "evil.example/?",
        key: `../${HOSTILE_TEXT}`,
        bundleType: "zip",
        version: HOSTILE_TEXT,
        eTag: `"${HOSTILE_TEXT}"`,
      },
    },
    targetInstances: {
      tagFilters: [{ Key: HOSTILE_TEXT, Value: HOSTILE_TEXT, Type: "KEY_AND_VALUE" }],
      autoScalingGroups: [HOSTILE_TEXT],
    },
    loadBalancerInfo: { elbInfoList: [{ name: HOSTILE_TEXT }] },
    rollbackInfo: { rollbackDeploymentId: HOSTILE_TEXT, rollbackMessage: HOSTILE_TEXT },
    overrideAlarmConfiguration: { enabled: true, alarms: [{ name: HOSTILE_TEXT }] },
  },
  phases: [
    { fromMs: 0, status: "InProgress" },
    {
      fromMs: failedMs,
      status: "Failed",
      facts: {
        errorInformation: { code: "HEALTH_CONSTRAINTS", message: `${HOSTILE_TEXT}${HUGE_TEXT}` },
      },
    },
  ],
  moments: { failed: failedMs },
  targets: [instanceTarget({ instanceId: "i-0<script>alert(5)</script>", steps })],
});
