import { readFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import type { Connect, Plugin, PreviewServer } from "vite";
import { connectSources } from "../src/config/connect-sources.ts";
import { parseConfig } from "../src/config/parse-config.ts";
import type { Config } from "../src/config/schema.ts";
import { isAppRoute } from "./app-routes.ts";
import { preconnectLink } from "./preconnect.ts";
import { securityHeaders } from "./security-headers.ts";

/** `vite preview` as a production host: the same headers, the same pages, the same 404s. */
export function productionHost(): Plugin {
  return {
    name: "deploywatch-production-host",
    configurePreviewServer(server) {
      server.middlewares.use(withHeaders(server));
      // Behind the files: whatever arrives here names none.
      return () => server.middlewares.use(pagesOrNothing(server));
    },
  };
}

function withHeaders(server: PreviewServer): Connect.NextHandleFunction {
  const ofHost = new Map<string | undefined, Config | undefined>();
  return async (request, response, next) => {
    const path = pathOf(request);
    const { host } = request.headers;
    // Compressed for the same machine, a page would take longer.
    delete request.headers["accept-encoding"];
    const cacheControl = path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
    response.setHeader("Cache-Control", cacheControl);
    // The configuration is asked for here, so it must not wait for itself; it is no page that needs a policy.
    // Parts of a page go by the configuration that the page itself was sent with.
    const isKnown = path.startsWith("/assets/") && ofHost.has(host);
    if (path !== "/config.json" && !isKnown) ofHost.set(host, await configFor(request, server));
    const config = path === "/config.json" ? undefined : ofHost.get(host);
    const scheme = "encrypted" in request.socket ? "https" : "http";
    const sources = config ? connectSources(config) : [];
    response.setHeaders(new Map(Object.entries(securityHeaders(sources, scheme))));
    if (config) response.setHeader("Link", preconnectLink(config));
    next();
  };
}

function pagesOrNothing(server: PreviewServer): Connect.NextHandleFunction {
  const indexHtml = join(server.config.root, server.config.build.outDir, "index.html");
  return (request, response) => {
    const isNavigation = request.headers.accept?.includes("text/html") ?? false;
    const isPage = isAppRoute(pathOf(request));
    response.statusCode = isPage ? 200 : 404;
    // What is missing may be there after the next release.
    response.setHeader("Cache-Control", "no-cache");
    if (!isPage && (!isNavigation || pathOf(request).startsWith("/assets/")))
      return response.end("Not found");
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    return response.end(readFileSync(indexHtml));
  };
}

/** What this very site's config.json holds: the policy has to let through the hosts that it implies. */
async function configFor(
  request: Connect.IncomingMessage,
  server: PreviewServer,
): Promise<Config | undefined> {
  const address = server.httpServer.address();
  if (typeof address !== "object" || !address) return undefined;
  const text = await textOf(address.port, request.headers.host);
  const result = parseConfig(text);
  return "config" in result ? result.config : undefined;
}

/** By hand and not by `fetch`, which lets nobody choose the `Host` that a site is told by. */
function textOf(port: number, host: string | undefined): Promise<string> {
  return new Promise((resolve) => {
    get({ host: "127.0.0.1", port, path: "/config.json", headers: { host } }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (part: string) => (text += part));
      answer.on("end", () => resolve(text));
    }).on("error", () => resolve(""));
  });
}

function pathOf(request: Connect.IncomingMessage): string {
  // Vite's own fallback has made index.html of `url` by now.
  return /^[^?]*/.exec(request.originalUrl ?? request.url ?? "/")?.[0] ?? "/";
}
