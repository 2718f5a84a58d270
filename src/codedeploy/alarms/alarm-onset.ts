import { isRecord } from "../../values/is-record.ts";
import type { Deployment } from "../deployment/deployment.ts";
import type { Alarm, AlarmChange } from "./alarm.ts";

/** When and why an alarm went into the state in which it stopped a deployment. */
export interface AlarmOnset {
  /** Epoch milliseconds. */
  atMs: number;
  /** AWS's own words about it. */
  reason: string | undefined;
  /** Whether that was before the deployment was created. */
  isOlder: boolean;
}

/** How far back a change is looked for: an alarm that was in alarm already may have been so for long. */
const BEFORE_MS = 24 * 60 * 60_000;
/** CloudWatch writes a change down with a time of its own. */
const AFTER_MS = 60_000;

/** The time in which the change that stopped a deployment must lie; `undefined` where AWS does not say when it ended. */
export function onsetWindow({ createTime, completeTime }: Deployment) {
  if (completeTime === undefined) return undefined;
  return { fromMs: (createTime ?? completeTime) - BEFORE_MS, untilMs: completeTime + AFTER_MS };
}

/**
 * The change to ALARM that an alarm's last change before the deployment ended was. CloudWatch may write it down somewhat after that
 * end: where the last change before was to another state, or there was none, it is the first change to ALARM then. Without one in its
 * history, the alarm as it is now, where it has been in alarm since then.
 *
 * @param changes the alarm's history within {@link onsetWindow}
 * @param now the alarm as it is now
 */
export function alarmOnset(
  deployment: Deployment,
  changes: readonly AlarmChange[],
  now: Alarm | undefined,
): AlarmOnset | undefined {
  const window = onsetWindow(deployment);
  if (!window) return undefined;
  const onset = (atMs: number, reason: string | undefined): AlarmOnset => ({
    atMs,
    reason,
    isOlder: deployment.createTime !== undefined && atMs < deployment.createTime,
  });
  const oldestFirst = changes
    .flatMap((change) => {
      const { Timestamp: atMs } = change;
      const to = newState(change);
      return atMs !== undefined && atMs <= window.untilMs && to ? [{ atMs, to }] : [];
    })
    .toSorted((one, other) => one.atMs - other.atMs);
  const isBefore = ({ atMs }: { atMs: number }) => atMs <= (deployment.completeTime ?? atMs);
  const before = oldestFirst.findLast(isBefore);
  const found =
    before && isAlarm(before) ? before : oldestFirst.find((change) => !isBefore(change) && isAlarm(change));
  if (found) return onset(found.atMs, found.to.reason);
  if (now?.isFiring && now.sinceMs !== undefined && now.sinceMs <= window.untilMs) {
    return onset(now.sinceMs, now.reason);
  }
  return undefined;
}

function isAlarm({ to }: { to: { value: string } }): boolean {
  return to.value === "ALARM";
}

/**
 * The state that a change led to. `HistoryData` is JSON and says why; `HistorySummary` is a sentence, "Alarm updated from OK
 * to ALARM".
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_AlarmHistoryItem.html
 */
function newState({ HistoryData, HistorySummary = "" }: AlarmChange) {
  const data = parsed(HistoryData);
  const state = isRecord(data) && isRecord(data["newState"]) ? data["newState"] : {};
  const { stateValue, stateReason } = state;
  if (typeof stateValue === "string") {
    return { value: stateValue, reason: typeof stateReason === "string" ? stateReason : undefined };
  }
  const value = / to ([A-Z_]+)$/.exec(HistorySummary)?.[1];
  return value === undefined ? undefined : { value, reason: undefined };
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return undefined;
  }
}
