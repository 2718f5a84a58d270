import { useEffect } from "react";
import type { LiveDeployment } from "../../queries/deployment.ts";

const EVERY_MS = 5 * 60_000;

/**
 * Tries again, seldom, after a failure that has ended the usual polling: on a wall nobody is there to load the page anew once a
 * permission has been given back, a deployment exists, or a clock has been put right.
 */
export function useRetryForDays({ error, timing, refresh }: LiveDeployment): void {
  const hasStopped = error !== undefined && timing().nextAtMs === undefined;
  useEffect(() => {
    if (!hasStopped) return;
    const timer = setInterval(() => void refresh(), EVERY_MS);
    return () => clearInterval(timer);
  }, [hasStopped, refresh]);
}
