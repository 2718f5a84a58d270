import { useSyncExternalStore } from "react";

/** One value that this browser remembers under a key of its own. */
export interface StoredItem<Value> {
  /** The value now; the same object until it is changed. Never throws. */
  read: () => Value;
  /** Changes the value for this page at once, and for the next visit unless storage is blocked or full. */
  write: (changed: Value) => void;
  /** Calls back after every change, in this tab or in another one. */
  subscribe: (listener: () => void) => () => void;
}

interface StoredItemOptions<Value> {
  /** Without the prefix of this app. No two items have the same. */
  key: string;
  /** For the tab alone (`sessionStorage`), or for all tabs and visits. */
  area?: "localStorage" | "sessionStorage";
  /** What holds until something is written. It is stored as nothing, which works with a full storage too. */
  fallback: Value;
  /** Reads what was stored, perhaps by another version or by hand. Where it throws, the fallback holds. */
  parse: (text: string) => Value;
  format?: (value: Value) => string;
}

/** Declares a stored value. Call it once for each key, outside of components. */
export function storedItem<Value>({
  key,
  area = "localStorage",
  fallback,
  parse,
  format = String,
}: StoredItemOptions<Value>): StoredItem<Value> {
  const name = `deploywatch.${key}`;
  const listeners = new Set<() => void>();
  /** The stored text that `value` belongs to. Another text comes from another tab. */
  let known: string | null = null;
  let value = fallback;

  const read = () => {
    try {
      const text = globalThis[area].getItem(name);
      if (text !== known) {
        known = text;
        value = fallback;
        if (text !== null) value = parse(text);
      }
    } catch {
      // Storage is blocked, or holds what cannot be read.
    }
    return value;
  };
  return {
    read,
    write: (changed) => {
      read();
      value = changed;
      try {
        const storage = globalThis[area];
        const text = format(changed);
        if (text === format(fallback)) storage.removeItem(name);
        else storage.setItem(name, text);
        known = storage.getItem(name);
      } catch {
        // Storage is blocked or full: the value lasts as long as the page.
      }
      for (const listen of listeners) listen();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      // It tells of other tabs only.
      addEventListener("storage", listener);
      return () => {
        listeners.delete(listener);
        removeEventListener("storage", listener);
      };
    },
  };
}

/** Declares a yes or no. */
export function storedSwitch(key: string, fallback: boolean): StoredItem<boolean> {
  return storedItem({
    key,
    fallback,
    parse: (text) => text === "on",
    format: (isOn) => (isOn ? "on" : "off"),
  });
}

/** A stored value in a component: follows this tab and the others. */
export function useStored<Value>({ subscribe, read }: StoredItem<Value>): Value {
  return useSyncExternalStore(subscribe, read);
}
