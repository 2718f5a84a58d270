import { InMemoryWebStorage } from "oidc-client-ts";

const PROBE = "deploywatch.probe";

/**
 * Where a tab keeps its tokens: `sessionStorage`, or memory where the browser blocks that.
 *
 * @returns `isLasting`: whether it outlives the way to the sign-in pages and back
 */
export function sessionStore(): { storage: Storage; isLasting: boolean } {
  try {
    sessionStorage.setItem(PROBE, "");
    sessionStorage.removeItem(PROBE);
    return { storage: sessionStorage, isLasting: true };
  } catch {
    return { storage: new InMemoryWebStorage(), isLasting: false };
  }
}
