import type { StateStore } from "oidc-client-ts";

/**
 * What `begin` was told, by the state that a return from the sign-in pages names; unchecked, `undefined` where no
 * sign-in of this tab waits for it. Read before the OIDC library uses the state up: it tells of it with some failures only.
 */
export async function wantedAddress(states: StateStore, returnUrl: string): Promise<unknown> {
  const id = new URL(returnUrl).searchParams.get("state");
  const stored = id === null ? null : await states.get(id);
  try {
    const state: unknown = JSON.parse(stored ?? "null");
    return typeof state === "object" && state !== null && "data" in state ? state.data : undefined;
  } catch {
    return undefined;
  }
}
