import type { FilteredLogEvent } from "@aws-sdk/client-cloudwatch-logs";
import type { Wire } from "../wire.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Setting } from "./scenario.ts";

/** What a hook function writes to its log group. */
export interface HookLog {
  readonly functionName: string;
  /** When its event begins; its lines count from then. */
  readonly fromMs: number;
  readonly lines: readonly { readonly afterMs: number; readonly text: string }[];
}

/** The lines until then, oldest first, as FilterLogEvents has them. */
export function logEvents(
  { functionName, fromMs, lines }: HookLog,
  atMs: number,
  { createdAtMs, deploymentId }: Setting,
): Wire<FilteredLogEvent>[] {
  return lines
    .filter(({ afterMs }) => fromMs + afterMs <= atMs)
    .map(({ afterMs, text }, place) => ({
      eventId: fingerprint(`${deploymentId} ${functionName} ${place}`, 40),
      logStreamName: `2026/01/02/[$LATEST]${fingerprint(`${deploymentId} ${functionName}`, 32)}`,
      timestamp: createdAtMs + fromMs + afterMs,
      ingestionTime: createdAtMs + fromMs + afterMs + 800,
      message: `${text}\n`,
    }));
}

/** The lines that Lambda itself writes around a call. */
export function aroundCall(
  requestName: string,
  lines: HookLog["lines"],
  endsAfterMs: number,
  verdict = "",
): HookLog["lines"] {
  const id = fingerprint(requestName, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  return [
    { afterMs: 400, text: `START RequestId: ${id} Version: $LATEST` },
    ...lines,
    { afterMs: endsAfterMs, text: `END RequestId: ${id}` },
    {
      afterMs: endsAfterMs,
      text: `REPORT RequestId: ${id}\tDuration: ${endsAfterMs - 400}.00 ms\tBilled Duration: ${endsAfterMs - 400} ms\tMemory Size: 128 MB\tMax Memory Used: 71 MB${verdict}`,
    },
  ];
}
