import type { Reply } from "../http/reply.ts";
import type { SiteConfig } from "../control/site-configs.ts";

const headers = { "cache-control": "no-store" };

/** The answer to `/config.json` for a host with a configuration of its own. A string goes out as it is. */
export function configReply({ body, status, contentType = "application/json" }: SiteConfig): Reply {
  if (body === undefined) {
    return {
      status: status ?? 404,
      headers: { ...headers, "content-type": "text/plain" },
      body: "Not found",
    };
  }
  return {
    status: status ?? 200,
    headers: { ...headers, "content-type": contentType },
    body: typeof body === "string" ? body : JSON.stringify(body),
  };
}
