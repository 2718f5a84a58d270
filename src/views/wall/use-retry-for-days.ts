import { useEffect } from "react";
import type { LiveDeployment } from "../../queries/use-deployment.ts";

const EVERY_MS = 5 * 60_000;

/**
 * Tries again, seldom, after a failure that ends the usual polling: on a wall nobody is there to load the page
 * anew once a permission has been given back or a deployment exists.
 */
export function useRetryForDays({ error, refresh }: LiveDeployment): void {
  const hasStopped = error !== undefined && !error.isTransient;
  useEffect(() => {
    if (!hasStopped) return;
    const timer = setInterval(() => void refresh(), EVERY_MS);
    return () => clearInterval(timer);
  }, [hasStopped, refresh]);
}
