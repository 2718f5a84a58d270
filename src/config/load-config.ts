import type { ConfigResult } from "./parse-config.ts";
import { parseConfig } from "./parse-config.ts";

/**
 * Fetches and checks `config.json`, beside index.html. Never cached, so that a change takes effect with the next page load, and
 * fetched with the same mode as the `preload` in index.html, which it would otherwise not match.
 */
export async function loadConfig(): Promise<ConfigResult> {
  try {
    const response = await fetch(`${import.meta.env.BASE_URL}config.json`, {
      cache: "no-store",
      credentials: "same-origin",
    });
    if (response.status === 404) return { fault: { kind: "missing" } };
    if (!response.ok) return { fault: { kind: "unreachable", detail: `HTTP ${response.status}` } };
    return parseConfig(await response.text());
  } catch (error) {
    return { fault: { kind: "unreachable", detail: error instanceof Error ? error.message : String(error) } };
  }
}
