import { useState, useSyncExternalStore } from "react";
import { isDeploymentId } from "../../aws-names/deployment-id.ts";
import { isRegionName } from "../../aws-names/regions.ts";
import type { Deployment, DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import { storedItem, useStored } from "../../ui/storage.ts";

const RECENT = storedItem<readonly RecentDeployment[]>({
  key: "recent",
  fallback: [],
  parse: parseRecent,
  format: (recent) => JSON.stringify(recent),
});

/** Puts a deployment at the top of the list, as it is now. Call it whenever its status has changed. */
export function rememberDeployment(ref: DeploymentRef, deployment: Deployment): void {
  const entry = recentFrom(ref, deployment, Date.now());
  if (entry) RECENT.write(withRecent(RECENT.read(), entry));
}

/** Takes a deployment off the list. */
export function forgetDeployment(ref: DeploymentRef): void {
  RECENT.write(withoutRecent(RECENT.read(), ref));
}

/** Empties the list. */
export function forgetAllDeployments(): void {
  RECENT.write([]);
}

/**
 * The deployments seen last in this browser, newest first as of when somebody last turned to this page. While it is looked at,
 * what other tabs see changes what its rows say, but moves none of them: a link must not go away from under the pointer.
 */
export function useRecentDeployments(): readonly RecentDeployment[] {
  const recent = useStored(RECENT);
  const isHidden = useSyncExternalStore(onVisibilityChange, () => document.visibilityState === "hidden");
  const [taken, setTaken] = useState({ recent, isHidden, shown: recent });
  if (taken.recent === recent && taken.isHidden === isHidden) return taken.shown;
  const shown = isHidden ? recent : inPlace(taken.shown, recent);
  setTaken({ recent, isHidden, shown });
  return shown;
}

function onVisibilityChange(listener: () => void): () => void {
  document.addEventListener("visibilitychange", listener);
  return () => document.removeEventListener("visibilitychange", listener);
}

/** A deployment that was looked at in this browser, as it was when it was last seen. */
export interface RecentDeployment extends DeploymentRef {
  applicationName?: string;
  groupName?: string;
  status?: string;
  /** Epoch milliseconds. */
  seenAtMs: number;
}

const MAX_ENTRIES = 20;
const MAX_TEXT_LENGTH = 200;

/** The entry for a deployment seen at `seenAtMs`; `undefined` for one that no address leads to. */
export function recentFrom(
  { region, deploymentId }: DeploymentRef,
  { applicationName, deploymentGroupName, status }: Deployment,
  seenAtMs: number,
): RecentDeployment | undefined {
  return entryFrom({
    region,
    deploymentId,
    applicationName,
    groupName: deploymentGroupName,
    status,
    seenAtMs,
  });
}

/** The list with an entry at its top, in place of an older one of the same deployment; at most 20. */
export function withRecent(
  recent: readonly RecentDeployment[],
  entry: RecentDeployment,
): readonly RecentDeployment[] {
  return [entry, ...withoutRecent(recent, entry)].slice(0, MAX_ENTRIES);
}

/** The rows that are shown, each where it was, as they are now. One that is not in the list any more goes. */
function inPlace(
  shown: readonly RecentDeployment[],
  recent: readonly RecentDeployment[],
): readonly RecentDeployment[] {
  return shown.flatMap((row) => recent.find((entry) => isSame(entry, row)) ?? []);
}

function isSame(one: DeploymentRef, other: DeploymentRef): boolean {
  return one.region === other.region && one.deploymentId === other.deploymentId;
}

/** The list without a deployment. */
export function withoutRecent(
  recent: readonly RecentDeployment[],
  ref: DeploymentRef,
): readonly RecentDeployment[] {
  return recent.filter((entry) => !isSame(entry, ref));
}

/**
 * The list as text that was stored, perhaps by another version or by hand: what cannot be an entry is left out,
 * and nothing is thrown.
 */
export function parseRecent(text: string): readonly RecentDeployment[] {
  const entries = parseList(text)
    .map(entryFrom)
    .filter((entry) => entry !== undefined);
  // From the oldest, so that of two entries for one deployment the upper one stays.
  return entries.reduceRight<readonly RecentDeployment[]>(withRecent, []);
}

function parseList(text: string): unknown[] {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

function entryFrom(value: unknown): RecentDeployment | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(value));
  const region = fields.get("region");
  const deploymentId = fields.get("deploymentId");
  const seenAtMs = fields.get("seenAtMs");
  if (typeof region !== "string" || !isRegionName(region)) return undefined;
  if (typeof deploymentId !== "string" || !isDeploymentId(deploymentId)) return undefined;
  if (typeof seenAtMs !== "number" || !Number.isFinite(seenAtMs)) return undefined;
  return {
    region,
    deploymentId,
    seenAtMs,
    ...textField(fields, "applicationName"),
    ...textField(fields, "groupName"),
    ...textField(fields, "status"),
  };
}

function textField<Name extends string>(
  fields: ReadonlyMap<string, unknown>,
  name: Name,
): { [Key in Name]?: string } {
  const text = fields.get(name);
  if (typeof text !== "string" || text === "") return {};
  const field: { [Key in Name]?: string } = {};
  field[name] = text.slice(0, MAX_TEXT_LENGTH);
  return field;
}
