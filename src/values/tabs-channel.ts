const ITEM = "deploywatch.tabs";
const FORM = /^[\da-f-]{36}$/;

/**
 * What the channels between this browser's tabs are named with, so that nobody speaks on them who has not read this
 * site's storage. It is no secret from other pages of the same origin: see SECURITY.md.
 * `undefined` where the browser keeps nothing.
 */
function tabsKey(): string | undefined {
  try {
    if (!FORM.test(localStorage.getItem(ITEM) ?? "")) localStorage.setItem(ITEM, crypto.randomUUID());
    // Another tab may have been first.
    return localStorage.getItem(ITEM) ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * A channel to the other tabs of this site in this browser.
 *
 * @returns `undefined` where the browser has none, or keeps it from this page: this tab is alone then
 * @see https://developer.mozilla.org/en-US/docs/Web/API/Broadcast_Channel_API
 */
export function openTabsChannel(name: string, key = tabsKey()): BroadcastChannel | undefined {
  try {
    return globalThis.document && key ? new BroadcastChannel(`${name} ${key}`) : undefined;
  } catch {
    return undefined;
  }
}

/** Says something to the other tabs; what cannot be said (too large, or no copy can be made of it) is left out. */
export function say(channel: BroadcastChannel | undefined, message: unknown): void {
  try {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin
    channel?.postMessage(message);
  } catch {
    // The others ask AWS for themselves.
  }
}
