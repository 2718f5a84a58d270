import { instanceTarget } from "../../timeline/instance-target.ts";
import { inPlaceEvents } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { endOf, inSequence } from "../../timeline/steps.ts";

/** Text that tries to be more than text: markup, right-to-left overrides, control and invisible characters. */
export const hostileText =
  '<img src=x onerror="alert(1)"><script>alert(2)</script>{{7*7}}${7*7} \u202Egnp.exe\u202C \u2066isolated\u2069 zero\u200Bwidth\uFEFF bell\u0007 null\u0000 escape\u001B[31mred\u001B[0m \u0085 lone \uD800 surrogate __proto__ javascript:alert(3)';

/** A hundred kilobytes without a single place to break a line. */
const hugeText = "huge".repeat(25_600);

const steps = inSequence(2_000, inPlaceEvents, {
  event: "ValidateService",
  diagnostics: {
    errorCode: "ScriptFailed",
    scriptName: hostileText,
    message: hostileText,
    logTail: `${hostileText}\n${hugeText}`,
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
    applicationName: hostileText,
    deploymentGroupName: hostileText,
    deploymentConfigName: hostileText,
    description: `${hostileText}${hugeText}`,
    creator: "user",
    externalId: `javascript:alert(document.domain)//${hostileText}`,
    additionalDeploymentStatusInfo: hostileText,
    deploymentStatusMessages: [hostileText, hugeText],
    deploymentStyle: { deploymentType: "IN_PLACE", deploymentOption: "WITHOUT_TRAFFIC_CONTROL" },
    revision: {
      revisionType: "GitHub",
      gitHubLocation: { repository: "evil/../../repo?x=<b>", commitId: "javascript:alert(4)" },
    },
    previousRevision: {
      revisionType: "S3",
      s3Location: {
        bucket: "evil.example/?",
        key: `../${hostileText}`,
        bundleType: "zip",
        version: hostileText,
        eTag: `"${hostileText}"`,
      },
    },
    targetInstances: {
      tagFilters: [{ Key: hostileText, Value: hostileText, Type: "KEY_AND_VALUE" }],
      autoScalingGroups: [hostileText],
    },
    loadBalancerInfo: { elbInfoList: [{ name: hostileText }] },
    rollbackInfo: { rollbackDeploymentId: hostileText, rollbackMessage: hostileText },
    overrideAlarmConfiguration: { enabled: true, alarms: [{ name: hostileText }] },
  },
  phases: [
    { fromMs: 0, status: "InProgress" },
    {
      fromMs: failedMs,
      status: "Failed",
      facts: {
        errorInformation: { code: "HEALTH_CONSTRAINTS", message: `${hostileText}${hugeText}` },
      },
    },
  ],
  moments: { failed: failedMs },
  targets: [instanceTarget({ instanceId: "i-0<script>alert(5)</script>", steps })],
});
