import { isBeingLeft } from "../ui/browser/leaving.ts";

const KEY = "deploywatch.reloaded";
/** A second loss within this time is no release: loading anew would go on for ever. */
const AGAIN_MS = 5 * 60_000;

/**
 * Loads the page anew, once, when a part of it cannot be had any more: a new release has replaced the files that a page
 * which is open for days still asks for. After that, where nothing can be remembered, and where the server itself is out of
 * reach, so that loading anew would lose what is on the screen, the page says what is missing.
 *
 * @see https://vite.dev/guide/build.html#load-error-handling
 */
export function reloadOnceWhenPartsAreGone(): void {
  addEventListener("vite:preloadError", async () => {
    if (!isBeingLeft() && (await isServed()) && !hasJustReloaded()) location.reload();
  });
}

async function isServed(): Promise<boolean> {
  if (!navigator.onLine) return false;
  try {
    return (await fetch(location.href, { method: "HEAD", cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

function hasJustReloaded(): boolean {
  try {
    const lastMs = Number(sessionStorage.getItem(KEY) ?? 0);
    if (Date.now() - lastMs < AGAIN_MS) return true;
    sessionStorage.setItem(KEY, String(Date.now()));
    return false;
  } catch {
    return true;
  }
}
