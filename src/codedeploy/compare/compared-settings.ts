import { isRecord } from "../../values/is-record.ts";
import { lookUp } from "../../values/look-up.ts";
import type { Deployment } from "../deployment/deployment.ts";
import { MEMBERS } from "../deployment/members.ts";

/** A setting of two deployments, by its path in AWS's own words, for example `autoRollbackConfiguration.enabled`. */
export interface ComparedSetting {
  name: string;
  /** As AWS sent it, in JSON where it is no text or number; `undefined` where AWS sent none. */
  before: string | undefined;
  after: string | undefined;
}

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
  const members = Object.entries(deployment).filter(([name]) => lookUp(MEMBERS, name) !== "fact");
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
