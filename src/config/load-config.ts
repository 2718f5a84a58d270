import type { ConfigResult } from "./parse-config.ts";
import { isSurelyValid } from "./quick-check.ts";

interface Answer {
  response: Response;
  text: string;
}

declare global {
  /** What `public/first-paint.js` has asked the host of the page for. */
  var configAnswer: Promise<Answer> | undefined;
}

/** What a host sends with a file that browsers ask for anew each time. */
const ASKED_ANEW = /no-store|no-cache/;

/**
 * Fetches and checks `config.json`, beside index.html, so that a change takes effect with the next page load. The first script has
 * asked for it with the same modes as the `preload` in index.html, whose answer Firefox would otherwise not take; WebKitGTK never takes
 * one. Where the host lets browsers keep that answer, it may be an old one, and is asked for once more.
 */
export async function loadConfig(): Promise<ConfigResult> {
  try {
    const path = `${import.meta.env.BASE_URL}config.json`;
    const kept = await (globalThis.configAnswer ?? ask(path));
    const isNew = ASKED_ANEW.test(kept.response.headers.get("cache-control") ?? "");
    const { response, text } = isNew ? kept : await ask(path, { cache: "no-store" });
    if (response.status === 404) return { fault: { kind: "missing" } };
    if (!response.ok) return { fault: { kind: "unreachable", detail: `HTTP ${response.status}` } };
    return await checked(text);
  } catch (error) {
    return { fault: { kind: "unreachable", detail: error instanceof Error ? error.message : String(error) } };
  }
}

async function ask(path: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(path, init);
  return { response, text: await response.text() };
}

/** What says what is wrong loads only where something seems to be. */
async function checked(text: string): Promise<ConfigResult> {
  const config = jsonIn(text);
  if (isSurelyValid(config)) return { config };
  const { parseConfig } = await import("./parse-config.ts");
  return parseConfig(text, globalThis.location?.hostname);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
