import { isRecord } from "../../values/is-record.ts";
import type { Deployment } from "../deployment/deployment.ts";

/** A setting of two deployments, by its path in AWS's own words, for example `autoRollbackConfiguration.enabled`. */
export interface ComparedSetting {
  name: string;
  /** As AWS sent it, in JSON where it is no text or number; `undefined` where AWS sent none. */
  before: string | undefined;
  after: string | undefined;
}

/** What tells one deployment from another, what came of it, and what is compared apart: none of them is a setting. */
const NO_SETTINGS: ReadonlySet<string> = new Set<keyof Deployment>([
  "applicationName",
  "completeTime",
  "createTime",
  "creator",
  "deploymentGroupName",
  "deploymentId",
  "deploymentOverview",
  "deploymentStatusMessages",
  "description",
  "errorInformation",
  "externalId",
  "additionalDeploymentStatusInfo",
  "instanceTerminationWaitTimeStarted",
  "previousRevision",
  "relatedDeployments",
  "revision",
  "rollbackInfo",
  "startTime",
  "status",
]);

/**
 * Every setting that one of two deployments has, in alphabetical order; members that no one knows yet too. A list of texts has no order
 * of its own.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_DeploymentInfo.html
 */
export function comparedSettings(before: Deployment, after: Deployment): ComparedSetting[] {
  const [earlier, later] = [settingsOf(before), settingsOf(after)];
  const names = new Set([...earlier.keys(), ...later.keys()]);
  return [...names].toSorted().map((name) => ({ name, before: earlier.get(name), after: later.get(name) }));
}

function settingsOf(deployment: Deployment): Map<string, string> {
  const members = Object.entries(deployment).filter(([name]) => !NO_SETTINGS.has(name));
  return new Map(members.flatMap(([name, value]) => leaves(name, value)));
}

function leaves(path: string, value: unknown): [string, string][] {
  if (Array.isArray(value)) return [[path, listText(value)]];
  if (!isRecord(value)) return [[path, typeof value === "string" ? value : JSON.stringify(value)]];
  return Object.entries(value).flatMap(([name, member]) => leaves(`${path}.${name}`, member));
}

function listText(items: readonly unknown[]): string {
  const texts = items.map((item) => (typeof item === "string" ? item : JSON.stringify(item)));
  return texts.length === 0 ? "none" : texts.toSorted().join(", ");
}
