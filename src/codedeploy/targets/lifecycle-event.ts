import type { LifecycleEvent as WireEvent } from "@aws-sdk/client-codedeploy";
import type { Plain } from "../deployment/deployment.ts";
import { moment } from "../deployment/timing.ts";

/** What the agent or the hook reported about an event. Empty members, which AWS sends for scripts that did not run, are absent. */
export interface Diagnostics {
  /** A `LifecycleErrorCode`, or a value that we do not know. */
  errorCode: string | undefined;
  scriptName: string | undefined;
  message: string | undefined;
  /** The last lines that the script wrote: the agent keeps about 2 KB. */
  logTail: string | undefined;
}

/** One lifecycle event of a target. Times are epoch milliseconds; an event that was skipped has none. */
export interface LifecycleEvent {
  /** Empty when AWS sent no name. */
  name: string;
  /** A `LifecycleEventStatus`, or a value that we do not know. */
  status: string | undefined;
  startMs: number | undefined;
  endMs: number | undefined;
  diagnostics: Diagnostics | undefined;
}

/**
 * A lifecycle event as plain data.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_LifecycleEvent.html
 */
export function toLifecycleEvent(event: Plain<WireEvent>): LifecycleEvent {
  return {
    name: event.lifecycleEventName ?? "",
    status: event.status || undefined,
    startMs: moment(event.startTime),
    endMs: moment(event.endTime),
    diagnostics: toDiagnostics(event.diagnostics),
  };
}

function toDiagnostics(diagnostics: Plain<WireEvent>["diagnostics"]): Diagnostics | undefined {
  if (!diagnostics) return undefined;
  return {
    errorCode: diagnostics.errorCode || undefined,
    scriptName: diagnostics.scriptName || undefined,
    message: diagnostics.message || undefined,
    logTail: diagnostics.logTail || undefined,
  };
}
