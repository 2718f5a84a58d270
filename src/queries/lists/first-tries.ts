import { useState } from "react";
import { AppError } from "../../errors/app-error.ts";
import { pollIntervalMs } from "../polling/poll-interval.ts";
import { newPollRecord } from "../polling/poll-record.ts";

/** What react-query knows of a question. */
interface Asked {
  data: unknown;
  error: AppError | null;
  /** How often it has failed so far. */
  errorUpdateCount: number;
}

/** AWS's answers to names that there are not: asking again changes nothing. */
const OF_NAMES =
  /^(?:(?:Application|DeploymentGroup)DoesNotExist|Invalid(?:Application|DeploymentGroup)Name)Exception$/;

/** Differs from tab to tab. */
const SEED = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
const OFFLINE = new AppError("network");

/**
 * How long after a failure to ask again what has never been answered, in milliseconds: as for a deployment. `false` once there is an
 * answer, and where asking again changes nothing.
 */
export function firstTryMs({ data, error, errorUpdateCount }: Asked): number | false {
  if (data !== undefined || !error || OF_NAMES.test(error.awsCode ?? "")) return false;
  return pollIntervalMs({
    ...newPollRecord(SEED, 0),
    polls: errorUpdateCount,
    failures: errorUpdateCount,
    lastFailure: error,
    throttleFactor: error.kind === "throttled" ? 2 ** errorUpdateCount : 1,
  });
}

/** Why there is no first answer, and when it is asked for again. */
export interface FirstFailure {
  /** Stays while it is asked for again; `undefined` once there is an answer. */
  error: AppError | undefined;
  /** In epoch milliseconds; absent when no try is due. */
  nextTryAtMs: number | undefined;
}

/** What keeps the first answer to a question from coming: without a network nothing is asked, so nothing fails. */
export function useFirstFailure(
  asked: Asked & { errorUpdatedAt: number; fetchStatus: "fetching" | "paused" | "idle" },
): FirstFailure {
  const { data, error, errorUpdatedAt, fetchStatus } = asked;
  const [last, setLast] = useState<AppError>();
  if (error && error !== last) setLast(error);
  if (data !== undefined) return { error: undefined, nextTryAtMs: undefined };
  if (fetchStatus === "paused") return { error: OFFLINE, nextTryAtMs: undefined };
  const waitMs = firstTryMs(asked);
  return {
    error: error ?? (asked.errorUpdateCount > 0 ? last : undefined),
    nextTryAtMs: waitMs === false ? undefined : errorUpdatedAt + waitMs,
  };
}
