import { useMemo, useSyncExternalStore } from "react";
import type { Address } from "./address.ts";
import { formatAddress, parseAddress } from "./pages.ts";

const NAVIGATED = "deploywatch:navigated";

function subscribe(listener: () => void): () => void {
  window.addEventListener("popstate", listener);
  window.addEventListener(NAVIGATED, listener);
  return () => {
    window.removeEventListener("popstate", listener);
    window.removeEventListener(NAVIGATED, listener);
  };
}

/** Where the app is now; follows links, back and forward. */
export function useAddress(): Address {
  const url = useSyncExternalStore(subscribe, () => location.pathname + location.search);
  // Joined, not resolved: a path that begins with two slashes would be resolved as a host.
  return useMemo(() => parseAddress(new URL(location.origin + url)), [url]);
}

/** Where the app is at this moment, for what happens outside a render. */
export function currentAddress(): Address {
  return parseAddress(location);
}

/** The URL of an address of the app. The fragment of a snapshot's page is the snapshot: it stays while one looks around in it. */
export function hrefOf(address: Address): string {
  return formatAddress(address) + (address.page === "snapshot" ? location.hash : "");
}

/** Tells the present history entry from all others, also from those of the same address. For what happens outside a render. */
export function historyEntry(): string {
  return `${history.state} ${location.href}`;
}

/**
 * Goes to another address of the app without loading the page anew. `replace` changes the present history
 * entry instead of adding one: for view state, which back should not step through.
 */
export function navigate(address: Address, how: "push" | "replace" = "push"): void {
  const url = hrefOf(address);
  if (how === "replace") history.replaceState(history.state, "", url);
  else history.pushState(Math.random(), "", url);
  if (how === "push") window.scrollTo(0, 0);
  window.dispatchEvent(new Event(NAVIGATED));
}
