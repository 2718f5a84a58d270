const KEY = "deploywatch.ledToSignIn";
/** Whoever is back sooner and still not signed in would be led away for ever. */
const AGAIN_MS = 20_000;

/** Whether the page may lead somebody to the sign-in pages without being asked to. */
export function mayLeadAway(): boolean {
  try {
    return Date.now() - Number(sessionStorage.getItem(KEY) ?? 0) >= AGAIN_MS;
  } catch {
    // Nothing can be remembered, so the sign-in itself will say what is missing.
    return true;
  }
}

/** Remembers that it does. */
export function noteLeadingAway(): void {
  try {
    sessionStorage.setItem(KEY, String(Date.now()));
  } catch {
    // As above.
  }
}
