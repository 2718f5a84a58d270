import type { AppError } from "../../errors/app-error.ts";
import { useDeployments } from "../deployments-context.ts";
import { joinIntervalMs } from "../polling/poll-interval.ts";

const AFTER_FAULT_MS = 60_000;

/**
 * How often another service is asked about a deployment that runs: never faster than the deployment itself, whose pace it follows, and
 * after a fault that passes not before a minute is over.
 *
 * @returns for react-query's `refetchInterval`
 */
export function useJoinInterval(
  region: string,
  deploymentId: string,
  { polls, hasEnded = false }: { polls: boolean; hasEnded?: boolean },
): (query: { state: { error: AppError | null } }) => number | false {
  const { store } = useDeployments().poll({ region, deploymentId });
  return ({ state }) => {
    if (!polls || state.error?.isTransient === false) return false;
    // Nothing changes any more: only what could not be had is asked for again.
    if (hasEnded) return state.error ? AFTER_FAULT_MS : false;
    const intervalMs = joinIntervalMs(store.get().record);
    return state.error ? Math.max(AFTER_FAULT_MS, intervalMs) : intervalMs;
  };
}
