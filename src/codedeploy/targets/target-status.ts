import type { LifecycleEventStatus, TargetStatus } from "@aws-sdk/client-codedeploy";
import { lookUp } from "../../values/look-up.ts";
import type { StateFacts } from "../deployment/overview.ts";
import { TARGET_STATES } from "../deployment/overview.ts";

/** Targets and events share their words; an event is never Ready. */
const STATUSES: Readonly<Record<TargetStatus | LifecycleEventStatus, StateFacts>> = {
  ...TARGET_STATES,
  Unknown: { word: "unknown to AWS", tone: "neutral", isFinal: false },
};

/**
 * What the status of a target or of a lifecycle event means. A value that this version does not know is shown
 * as AWS wrote it and counts as not final.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_InstanceTarget.html
 */
export function targetStatusFacts(status: string | undefined): StateFacts {
  const word = status === undefined ? "not reported" : status;
  return lookUp(STATUSES, status) ?? { word, tone: "neutral", isFinal: false };
}
