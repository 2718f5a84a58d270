import { isTargetFacts } from "../../aws/codedeploy/heard-answers.ts";
import type { TargetEntry, TargetList } from "../../codedeploy/targets/target-list.ts";
import type { Target } from "../../codedeploy/targets/target.ts";
import { isRecord } from "../../values/is-record.ts";
import type { FleetPace } from "./fleet-pace.ts";
import { withHeard } from "./target-list-changes.ts";
import type { TargetsState } from "./targets-state.ts";

/** What one tab tells the others of targets. */
export interface ToldTargets {
  entries: ReadonlyMap<string, TargetEntry>;
  /** When the details of each were asked for (epoch ms). */
  readAtMs: ReadonlyMap<string, number>;
}

/**
 * Takes over what another tab has read later than this one.
 *
 * @returns the list with it, and whether it names targets that this tab does not know, which this tab lists itself;
 *   `undefined` for what is no list of targets
 */
export function takeHeard(
  body: unknown,
  state: TargetsState,
  pace: FleetPace,
  nowMs: number,
): { list: TargetList; hasNew: boolean } | undefined {
  const heard = heardTargets(body, nowMs);
  if (!heard) return undefined;
  const { list, readAtMs } = state;
  const newer = heard.filter(([id, , atMs]) => list.entries.has(id) && atMs > (readAtMs.get(id) ?? 0));
  for (const [id, , atMs] of newer) {
    readAtMs.set(id, atMs);
    pace.changed.delete(id);
  }
  return { list: withHeard(list, newer), hasNew: heard.some(([id]) => !list.entries.has(id)) };
}

/**
 * What another tab has sent about targets, each entry with when it was asked for. Only entries of the form that this tab
 * makes of AWS's answers, all of them or none.
 *
 * @param nowMs nothing was asked for later
 */
export function heardTargets(body: unknown, nowMs: number): [string, TargetEntry, number][] | undefined {
  if (!isRecord(body)) return undefined;
  const { entries, readAtMs } = body;
  if (!(entries instanceof Map) || !(readAtMs instanceof Map)) return undefined;
  const heard: [string, TargetEntry, number][] = [];
  for (const [id, entry] of entries) {
    const atMs: unknown = readAtMs.get(id);
    if (typeof id !== "string" || !isEntry(entry, id)) return undefined;
    if (typeof atMs === "number" && atMs >= 0) heard.push([id, entry, Math.min(atMs, nowMs)]);
  }
  return heard;
}

function isEntry(value: unknown, id: string): value is TargetEntry {
  if (!isRecord(value)) return false;
  if (value["kind"] === "read") return isTarget(value["target"], id);
  if (value["kind"] === "gone") return value["last"] === undefined || isTarget(value["last"], id);
  return value["kind"] === "unread";
}

function isTarget(value: unknown, id: string): value is Target {
  if (!isRecord(value) || value["id"] !== id || !isTargetFacts(value["facts"])) return false;
  const { status, label, arn, lastUpdatedMs, events } = value;
  return (
    areTexts([status, label, arn]) &&
    areNumbers([lastUpdatedMs]) &&
    Array.isArray(events) &&
    // Also the holes of a list.
    Array.from(events).every(isEvent)
  );
}

function isEvent(value: unknown): boolean {
  if (!isRecord(value) || typeof value["name"] !== "string") return false;
  const { status, startMs, endMs, diagnostics } = value;
  return areTexts([status]) && areNumbers([startMs, endMs]) && isDiagnostics(diagnostics);
}

function isDiagnostics(value: unknown): boolean {
  if (value === undefined) return true;
  if (!isRecord(value)) return false;
  const { errorCode, scriptName, message, logTail } = value;
  return areTexts([errorCode, scriptName, message, logTail]);
}

function areTexts(values: readonly unknown[]): boolean {
  return values.every((value) => value === undefined || typeof value === "string");
}

function areNumbers(values: readonly unknown[]): boolean {
  return values.every((value) => value === undefined || typeof value === "number");
}
