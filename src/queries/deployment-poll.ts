import type { QueryClient } from "@tanstack/react-query";
import { focusManager, queryOptions, replaceEqualDeep } from "@tanstack/react-query";
import type { CodeDeploy } from "../aws/code-deploy.ts";
import { AppError } from "../domain/app-error.ts";
import type { DeploymentAnswer, DeploymentRef } from "../domain/deployment.ts";
import { isFinished } from "../domain/status.ts";
import type { Transition } from "../domain/transitions.ts";
import { withTransition } from "../domain/transitions.ts";
import { pollIntervalMs } from "./poll-interval.ts";
import type { PollRecord } from "./poll-record.ts";
import { afterAnswer, afterFailure, newPollRecord } from "./poll-record.ts";

/** Coming back to the tab asks anew, but not more often than this. */
const STALE_AFTER_MS = 3_000;
const UNSEEN_MS = 30_000;
const KEPT_FOR_MS = 30 * 60_000;

/** The polling of one deployment: what to hand to react-query, and what has been seen. */
export interface DeploymentPoll {
  options: ReturnType<typeof deploymentOptions>;
  /** Read it on a tick: it changes outside React, so that an unchanged poll renders nothing. */
  record(): PollRecord;
  /** The changes of status that this tab has seen, oldest first. The same list until there is another. */
  transitions(): readonly Transition[];
  /** The failure of the last poll; absent after an answer. Unlike react-query's it outlives the next try. */
  lastError(): AppError | undefined;
}

/** Starts a record for a deployment; nothing is asked before react-query fetches. */
export function deploymentPoll(codeDeploy: CodeDeploy, ref: DeploymentRef): DeploymentPoll {
  let record = newPollRecord(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0, Date.now());
  let lastError: AppError | undefined;
  let transitions: readonly Transition[] = [];

  async function poll(client: QueryClient, signal: AbortSignal): Promise<DeploymentAnswer> {
    try {
      const answer = await codeDeploy.getDeployment(ref, signal);
      const last = client.getQueryData<DeploymentAnswer>(queryKey(ref));
      const hasChanged = replaceEqualDeep(last, answer) !== last;
      const seen = { status: answer.deployment.status, atMs: Date.now() };
      const { answeredAtMs, status } = record;
      const before = answeredAtMs === undefined ? undefined : { status, atMs: answeredAtMs };
      transitions = withTransition(transitions, before, seen);
      record = afterAnswer(record, seen.status, hasChanged, seen.atMs);
      lastError = undefined;
      return answer;
    } catch (error) {
      signal.throwIfAborted();
      lastError =
        error instanceof AppError ? error : new AppError("unknown", { detail: String(error), cause: error });
      record = afterFailure(record, lastError, Date.now());
      throw lastError;
    }
  }

  return {
    options: deploymentOptions(ref, poll, () => record),
    record: () => record,
    transitions: () => transitions,
    lastError: () => lastError,
  };
}

function deploymentOptions(
  ref: DeploymentRef,
  poll: (client: QueryClient, signal: AbortSignal) => Promise<DeploymentAnswer>,
  record: () => PollRecord,
) {
  return queryOptions<DeploymentAnswer, AppError>({
    queryKey: queryKey(ref),
    queryFn: ({ client, signal }) => poll(client, signal),
    // The one retry policy stands in the aws room.
    retry: false,
    // A first request that failed ahead of the view is not repeated when the view comes.
    retryOnMount: false,
    staleTime: () => (isFinished(record().status) ? Number.POSITIVE_INFINITY : STALE_AFTER_MS),
    gcTime: KEPT_FOR_MS,
    refetchInterval: () => sightedIntervalMs(pollIntervalMs(record())),
  });
}

/** A tab that nobody sees has time; react-query lets it ask at all only where somebody wants to be told. */
function sightedIntervalMs(intervalMs: number | false): number | false {
  return intervalMs === false || focusManager.isFocused() ? intervalMs : Math.max(intervalMs, UNSEEN_MS);
}

function queryKey({ region, deploymentId }: DeploymentRef) {
  return ["deployment", region, deploymentId] as const;
}
