import { useSyncExternalStore } from "react";
import type { Deployment, DeploymentRef } from "../domain/deployment.ts";
import type { RecentDeployment } from "../domain/recent-deployments.ts";
import { parseRecent, recentFrom, withRecent, withoutRecent } from "../domain/recent-deployments.ts";

const KEY = "deploywatch.recent";

/** The text that `list` was parsed from, so that an unchanged storage gives the same list. */
let text: string | null = null;
let list: readonly RecentDeployment[] = [];
const listeners = new Set<() => void>();

/** Puts a deployment at the top of the list, as it is now. Call it whenever its status has changed. */
export function rememberDeployment(ref: DeploymentRef, deployment: Deployment): void {
  const entry = recentFrom(ref, deployment, Date.now());
  if (entry) write(withRecent(read(), entry));
}

/** Takes a deployment off the list. */
export function forgetDeployment(ref: DeploymentRef): void {
  write(withoutRecent(read(), ref));
}

/** Empties the list. */
export function forgetAllDeployments(): void {
  write([]);
}

/** The deployments seen last in this browser, newest first; follows the other tabs. */
export function useRecentDeployments(): readonly RecentDeployment[] {
  return useSyncExternalStore(subscribe, read);
}

function read(): readonly RecentDeployment[] {
  try {
    const stored = localStorage.getItem(KEY);
    if (stored !== text) {
      text = stored;
      list = parseRecent(stored);
    }
  } catch {
    // Storage is blocked: the list lasts until the page is closed.
  }
  return list;
}

function write(changed: readonly RecentDeployment[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(changed));
  } catch {
    list = changed;
  }
  for (const listen of listeners) listen();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}
