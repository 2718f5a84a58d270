import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import type { AppError } from "../domain/app-error.ts";
import type { DeploymentAnswer, DeploymentRef } from "../domain/deployment.ts";
import type { Transition } from "../domain/transitions.ts";
import { useDeployments } from "./deployments-context.ts";
import { pollIntervalMs } from "./poll-interval.ts";
import { isTooSoon } from "./refresh-spacing.ts";

/** One deployment, kept up to date until it has finished. */
export interface LiveDeployment {
  /** The last good answer; it stays through any number of failed polls. */
  answer: DeploymentAnswer | undefined;
  /** Why the latest poll failed; absent after a good one. */
  error: AppError | undefined;
  /** Failed polls in a row. */
  failures: number;
  /** The changes of status that this tab has seen, oldest first. */
  transitions: readonly Transition[];
  isPaused: boolean;
  setPaused: (isPaused: boolean) => void;
  /** Asks at once, for the targets too, unless the last poll ended less than 3 s ago. */
  refresh: () => Promise<void>;
  /** Facts that change with every poll. Read them on a tick, not in a render of the page. */
  timing: () => PollTiming;
}

export interface PollTiming {
  /** When the last good answer came (epoch ms); absent before the first. */
  updatedAtMs: number | undefined;
  /** When the next poll is due (epoch ms); absent when none is. */
  nextAtMs: number | undefined;
}

/**
 * Watches a deployment. Call it once a page: each call polls. Renders on a changed answer, on a failure and on
 * the recovery from one; never on an unchanged answer.
 *
 * @param keepsWatching whether to go on asking, slowly, while nobody sees the tab, because somebody wants to be told
 */
export function useDeployment(
  ref: DeploymentRef,
  { keepsWatching = false }: { keepsWatching?: boolean } = {},
): LiveDeployment {
  const deployments = useDeployments();
  const poll = deployments.poll(ref);
  const targets = deployments.targets(ref);
  const client = useQueryClient();
  const [isPaused, setPaused] = useState(false);
  useEffect(() => {
    if (poll.setResting(isPaused)) targets.insist();
    return () => void poll.setResting(true);
  }, [poll, targets, isPaused]);
  const { data, error, refetch } = useQuery({
    ...poll.options,
    refetchIntervalInBackground: keepsWatching,
    ...(isPaused && { refetchInterval: false, refetchOnWindowFocus: false, refetchOnReconnect: false }),
  });

  const refresh = useCallback(async () => {
    if (isTooSoon(poll.record().endedAtMs, Date.now())) return;
    poll.insist();
    targets.insist();
    await Promise.all([
      refetch({ cancelRefetch: false }),
      client.refetchQueries({ queryKey: targets.options.queryKey, type: "active" }, { cancelRefetch: false }),
    ]);
  }, [poll, refetch, client, targets]);

  const timing = useCallback((): PollTiming => {
    const { endedAtMs, answeredAtMs } = poll.record();
    const intervalMs = isPaused ? false : pollIntervalMs(poll.record());
    return {
      updatedAtMs: answeredAtMs,
      nextAtMs: intervalMs === false || endedAtMs === undefined ? undefined : endedAtMs + intervalMs,
    };
  }, [poll, isPaused]);

  return {
    answer: data,
    error: error ?? poll.lastError(),
    failures: poll.record().failures,
    transitions: poll.transitions(),
    isPaused,
    setPaused,
    refresh,
    timing,
  };
}
