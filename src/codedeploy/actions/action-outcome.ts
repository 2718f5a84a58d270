import type { AppError, AppErrorKind } from "../../errors/app-error.ts";

/** What became of an action, as far as this page knows. */
export type ActionOutcome =
  /** AWS took it. What it said, and for a new deployment its id. */
  | {
      state: "accepted";
      status?: string | undefined;
      message?: string | undefined;
      deploymentId?: string | undefined;
    }
  /** AWS did not do it, or the request never left this device. */
  | { state: "refused"; failure: ActionFailure }
  /** AWS may have received it and may not: no answer came. */
  | { state: "unknown"; failure: ActionFailure | undefined };

/** A failure as plain data, to be kept over a reload: the members of an AppError that its words are made of. */
export interface ActionFailure {
  kind: AppErrorKind;
  awsCode: string | undefined;
  detail: string | undefined;
  action: string | undefined;
  requestId: string | undefined;
  /** Whether the request had gone out. */
  wasSent: boolean;
}

/** Failures of a request that had gone out, after which AWS may have acted on it nevertheless. */
const UNKNOWN_ONCE_SENT: Readonly<Record<AppErrorKind, boolean>> = {
  "not-found": false,
  "invalid-id": false,
  "access-denied": false,
  "signed-out": false,
  throttled: false,
  "clock-skew": false,
  // No answer came: a time-out, or a lost connection.
  network: true,
  // It was not forwarded to AWS, or AWS did not take the credentials.
  local: false,
  // It may have been forwarded before the program ended.
  "local-ended": true,
  // The browser itself stopped it.
  blocked: false,
  // What came is not AWS's answer. That one may have been lost on the way.
  malformed: true,
  // A fault in the middle of the work.
  server: true,
  "not-kept": false,
  unknown: true,
};

/**
 * What a failed attempt means. A refusal that AWS has a name for is one; without a name, whatever came was no word of AWS's.
 *
 * @param wasSent whether the request had gone out
 */
export function outcomeOf(error: AppError, wasSent: boolean): ActionOutcome {
  const { kind, awsCode, detail, action, requestId } = error;
  const failure = { kind, awsCode, detail, action, requestId, wasSent };
  const isNamed = kind === "unknown" && awsCode !== undefined;
  const isUnknown = wasSent && UNKNOWN_ONCE_SENT[kind] && !isNamed;
  return { state: isUnknown ? "unknown" : "refused", failure };
}
