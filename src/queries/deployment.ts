import { onlineManager, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import type { DeploymentAnswer, DeploymentRef } from "../codedeploy/deployment/deployment.ts";
import { useDeployments } from "./deployments-context.ts";
import type { ShownPoll } from "./polling/deployment-poll.ts";
import { nextPollAtMs } from "./polling/poll-interval.ts";
import { isTooSoon } from "./polling/poll-record.ts";

/** One deployment, kept up to date until it has finished. */
export interface LiveDeployment extends ShownPoll {
  /** The last good answer; it stays through any number of failed polls. */
  answer: DeploymentAnswer | undefined;
  isPaused: boolean;
  setPaused: (isPaused: boolean) => void;
  /** Whether this device has no network; nothing is asked until it has. */
  isOffline: boolean;
  /** Asks at once, for the targets too, unless the last poll ended less than 3 s ago. */
  refresh: () => Promise<RefreshOutcome>;
  /** When the last good answer came (epoch ms); absent before the first. Changes with every poll: for `useOnTick`. */
  updatedAtMs: () => number | undefined;
  /** When the next poll is due (epoch ms); absent when none is. Changes with every poll: for `useOnTick`. */
  nextAtMs: () => number | undefined;
}

/** What came of a refresh by hand. */
export type RefreshOutcome = "refreshed" | "failed" | "too-soon" | "offline";

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
  const shown = useSyncExternalStore(poll.store.subscribe, poll.store.getSnapshot);
  const isOffline = useSyncExternalStore(subscribeToNetwork, isOffNetwork);
  const { data, refetch } = useQuery({
    ...poll.options,
    refetchIntervalInBackground: keepsWatching,
    ...(isPaused && { refetchInterval: false, refetchOnWindowFocus: false, refetchOnReconnect: false }),
  });

  const ask = useCallback(async () => {
    poll.insist();
    targets.insist();
    const [result] = await Promise.all([
      refetch({ cancelRefetch: false }),
      client.refetchQueries({ queryKey: targets.options.queryKey, type: "active" }, { cancelRefetch: false }),
    ]);
    return result;
  }, [poll, refetch, client, targets]);

  useEffect(() => {
    if (poll.setResting(isPaused) && !isTooSoon(poll.store.get().record, Date.now())) void ask();
    return () => void poll.setResting(true);
  }, [poll, ask, isPaused]);

  const refresh = useCallback(async (): Promise<RefreshOutcome> => {
    if (isTooSoon(poll.store.get().record, Date.now())) return "too-soon";
    // Whoever asks by hand need not wait for their turn after an outage.
    onlineManager.setOnline(navigator.onLine);
    if (isOffNetwork()) return "offline";
    return (await ask()).isError ? "failed" : "refreshed";
  }, [poll, ask]);

  return {
    ...shown,
    answer: data,
    isPaused,
    setPaused,
    isOffline,
    refresh,
    updatedAtMs: () => poll.store.get().record.answeredAtMs,
    nextAtMs: () => (isPaused ? undefined : nextPollAtMs(poll.store.get().record)),
  };
}

const subscribeToNetwork = (listener: () => void) => onlineManager.subscribe(listener);

function isOffNetwork(): boolean {
  return !onlineManager.isOnline();
}
