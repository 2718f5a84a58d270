const KEY = "deploywatch.ledToSignIn";
/** Whoever is back sooner and still not signed in would be led away for ever. */
const AGAIN_MS = 20_000;

/** Whether the page may lead somebody to the sign-in pages without being asked to; it notes that it does. */
export function mayLeadAway(): boolean {
  try {
    const lastMs = Number(sessionStorage.getItem(KEY) ?? 0);
    if (Date.now() - lastMs < AGAIN_MS) return false;
    sessionStorage.setItem(KEY, String(Date.now()));
    return true;
  } catch {
    // Nothing can be remembered, so the sign-in itself will say what is missing.
    return true;
  }
}
