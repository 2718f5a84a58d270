import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { TOKEN_HEADER } from "../src/access/local/local-server.ts";
import { Refusal } from "./refusal.ts";

/**
 * The names by which a server that listens on this port may be asked. A page whose own name was made to lead to this machine (DNS
 * rebinding) sends that name, and browsers let no page choose the header.
 */
export function ownHosts(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}

/** @throws Refusal for a request that was made for another host */
export function requireOwnHost({ headersDistinct }: IncomingMessage, hosts: readonly string[]): void {
  const [host, ...others] = headersDistinct["host"] ?? [];
  if (host === undefined || others.length > 0 || !hosts.includes(host)) {
    throw new Refusal(403, "This server answers only to the address that the terminal printed.");
  }
}

/**
 * Lets through what a page of this very server has sent, with the token of the link.
 *
 * @throws Refusal for anything else
 */
export function requireOwnPage({ method, headersDistinct }: IncomingMessage, token: string): void {
  if (method !== "POST") throw new Refusal(405, "Operations are asked for with POST.");
  const only = (name: string) => {
    const values = headersDistinct[name] ?? [];
    return values.length === 1 ? values[0] : undefined;
  };
  const site = headersDistinct["sec-fetch-site"];
  const isOwnSite = site === undefined || only("sec-fetch-site") === "same-origin";
  // Browsers name it with every POST of `fetch`.
  if (!isOwnSite || only("origin") !== `http://${only("host")}`) {
    throw new Refusal(403, "Only the page that this server serves may ask it.");
  }
  if (!isSame(only(TOKEN_HEADER) ?? "", token)) {
    throw new Refusal(
      401,
      "This page has not come by the link that the terminal printed, or the program was started anew since. Open the link.",
    );
  }
}

/** Compares in a time that says nothing about where two texts differ, nor about their lengths. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
