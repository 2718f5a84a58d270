import { QueryClient, onlineManager } from "@tanstack/react-query";

/** A shorter absence of the network is one tab's own: it asks at once. */
const OUTAGE_MS = 60_000;
/** When a network comes back, it does so for everybody: they ask over so long a time, not in the same second. */
const SPREAD_MS = 20_000;

/** The app's query client. */
export function createQueryClient(): QueryClient {
  // react-query takes a fresh page for online until it hears otherwise.
  onlineManager.setOnline(navigator.onLine);
  onlineManager.setEventListener(whenOnline);
  return new QueryClient();
}

/**
 * How long to wait before asking again, in milliseconds; differs between tabs after an outage.
 *
 * @param awayMs how long the network was away
 */
export function returnDelayMs(awayMs: number): number {
  return awayMs < OUTAGE_MS ? 0 : Math.random() * SPREAD_MS;
}

/** Tells of going offline at once, and of the way back after an outage with a delay that differs between tabs. */
function whenOnline(setOnline: (isOnline: boolean) => void): () => void {
  let offlineSinceMs = navigator.onLine ? undefined : Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const goOffline = () => {
    clearTimeout(timer);
    offlineSinceMs ??= Date.now();
    setOnline(false);
  };
  const goOnline = () => {
    const wasAwayMs = Date.now() - (offlineSinceMs ?? Date.now());
    offlineSinceMs = undefined;
    timer = setTimeout(() => setOnline(true), returnDelayMs(wasAwayMs));
  };
  window.addEventListener("online", goOnline);
  window.addEventListener("offline", goOffline);
  return () => {
    window.removeEventListener("online", goOnline);
    window.removeEventListener("offline", goOffline);
  };
}
