import { useEffect, useState } from "react";

/** How long what has come waits at most (milliseconds) for what would move it: it is not kept back because something else is slow. */
export const PATIENCE_MS = 4_000;

/**
 * Whether something has been so once, or has been waited for long enough: what stands below parts that fill later is rendered from then
 * on, so that it does not move. Stays true.
 *
 * @param isNow whether it is so
 * @param patienceMs how long to wait at most (milliseconds); 0 for not at all
 */
export function useOnce(isNow: boolean, patienceMs: number): boolean {
  const [hasBeen, setHasBeen] = useState(isNow || patienceMs === 0);
  if (isNow && !hasBeen) setHasBeen(true);
  useEffect(() => {
    if (hasBeen) return;
    const timer = setTimeout(() => setHasBeen(true), patienceMs);
    return () => clearTimeout(timer);
  }, [hasBeen, patienceMs]);
  return isNow || hasBeen;
}
