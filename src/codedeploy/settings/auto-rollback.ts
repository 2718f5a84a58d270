import type { AutoRollbackEvent } from "@aws-sdk/client-codedeploy";
import type { Deployment } from "../deployment/deployment.ts";
import { distinct } from "../../values/distinct.ts";
import { lookUp } from "../../values/look-up.ts";
import { present } from "../../values/present.ts";

export interface AutoRollback {
  /** `undefined`: AWS sent events and did not say whether they count. */
  isEnabled: boolean | undefined;
  /** When it rolls back, in words that complete "when …"; an unknown event as AWS wrote it. */
  events: string[];
}

const EVENTS: Readonly<Record<AutoRollbackEvent, string>> = {
  DEPLOYMENT_FAILURE: "the deployment fails",
  DEPLOYMENT_STOP_ON_ALARM: "an alarm stops it",
  DEPLOYMENT_STOP_ON_REQUEST: "somebody stops it",
};

/**
 * Whether CodeDeploy goes back by itself, and when; `undefined` when AWS says nothing about it.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_AutoRollbackConfiguration.html
 */
export function autoRollback({ autoRollbackConfiguration: sent }: Deployment): AutoRollback | undefined {
  const isEnabled = sent?.enabled ?? undefined;
  const events = distinct(present(sent?.events)).map((event) => lookUp(EVENTS, event) ?? event);
  return isEnabled === undefined && events.length === 0 ? undefined : { isEnabled, events };
}
