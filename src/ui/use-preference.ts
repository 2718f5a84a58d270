import { useCallback, useSyncExternalStore } from "react";

const CHANGED = "deploywatch:preference";

/** Holds what cannot be stored, so that a choice lasts at least as long as the page. */
const unstored = new Map<string, string>();

/**
 * A yes or no that this browser remembers, for all its tabs; `byDefault` until somebody has chosen. Where storage is
 * blocked it lasts as long as the page.
 */
export function usePreference(
  name: string,
  byDefault: boolean,
): [isOn: boolean, set: (isOn: boolean) => void] {
  const key = `deploywatch.${name}`;
  const stored = useSyncExternalStore(subscribe, () => read(key));
  const set = useCallback(
    (isOn: boolean) => {
      write(key, isOn ? "on" : "off");
      window.dispatchEvent(new Event(CHANGED));
    },
    [key],
  );
  return [stored === undefined ? byDefault : stored === "on", set];
}

function subscribe(listener: () => void): () => void {
  // "storage" tells of other tabs only.
  window.addEventListener("storage", listener);
  window.addEventListener(CHANGED, listener);
  return () => {
    window.removeEventListener("storage", listener);
    window.removeEventListener(CHANGED, listener);
  };
}

function read(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? unstored.get(key);
  } catch {
    return unstored.get(key);
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    unstored.set(key, value);
  }
}
