import * as v from "valibot";
import type { Reply } from "../http/reply.ts";
import type { Route } from "./route.ts";
import { readBody } from "./route.ts";

/** What a host answers for `/config.json`. Without a body it answers 404. */
export interface SiteConfig {
  readonly body?: unknown;
  readonly status?: number;
  readonly contentType?: string;
}

/** The `/config.json` of hosts that have one of their own, by host name without port. */
export class SiteConfigs {
  readonly #byHost = new Map<string, SiteConfig>();

  set(host: string, config: SiteConfig): void {
    this.#byHost.set(host, config);
  }

  remove(host: string): void {
    this.#byHost.delete(host);
  }

  /** @param host a `Host` header, with or without a port */
  find(host: string): SiteConfig | undefined {
    return this.#byHost.get(host.replace(/:\d+$/, ""));
  }
}

const siteConfigSchema = v.strictObject({
  body: v.exactOptional(v.unknown()),
  status: v.exactOptional(v.number()),
  contentType: v.exactOptional(v.string()),
});

/** What a host of the app answers for `/config.json`. */
export const SITE_CONFIG_ROUTES: readonly Route[] = [
  {
    method: "PUT",
    path: /^\/configs\/([^/]+)$/,
    answer: ({ state, body, parameter }) => {
      state.siteConfigs.set(parameter, readBody(siteConfigSchema, body));
      return {};
    },
  },
  {
    method: "DELETE",
    path: /^\/configs\/([^/]+)$/,
    answer: ({ state, parameter }) => {
      state.siteConfigs.remove(parameter);
      return {};
    },
  },
];

const NOT_STORED = { "cache-control": "no-store" };

/** The answer to `/config.json` for a host with a configuration of its own. A string goes out as it is. */
export function configReply({ body, status, contentType = "application/json" }: SiteConfig): Reply {
  if (body === undefined) {
    return {
      status: status ?? 404,
      headers: { ...NOT_STORED, "content-type": "text/plain" },
      body: "Not found",
    };
  }
  return {
    status: status ?? 200,
    headers: { ...NOT_STORED, "content-type": contentType },
    body: typeof body === "string" ? body : JSON.stringify(body),
  };
}
