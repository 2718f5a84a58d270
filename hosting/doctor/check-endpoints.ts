import { connectSources } from "../../src/config/connect-sources.ts";
import { oidcEndpoints } from "../../src/config/oidc-endpoints.ts";
import type { Config } from "../../src/config/schema.ts";
import { ask } from "./ask.ts";
import type { Finding } from "./finding.ts";
import { missing, works } from "./finding.ts";

/**
 * Reaches every host that the page will send requests to, and asks each whether pages of the site may.
 * @param origin where the page is served; `https://example.com` when that is not known
 */
export function checkEndpoints(config: Config, origin: string): Promise<Finding[]> {
  const tokens = config.signIn ? [new URL(oidcEndpoints(config.signIn).token)] : [];
  return Promise.all(
    connectSources(config).map((source) => {
      const token = tokens.find((url) => url.origin === source);
      return checkEndpoint(token ? token.href : `${source}/`, origin);
    }),
  );
}

async function checkEndpoint(url: string, origin: string): Promise<Finding> {
  const answer = await ask(url, {
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type",
    },
  });
  const host = new URL(url).origin;
  if ("failure" in answer) {
    return missing(
      `${host}: ${answer.failure}`,
      "Check the Region's name in config.json, DNS, and whether a proxy lets requests there pass.",
    );
  }
  const allowed = answer.headers.get("access-control-allow-origin");
  return allowed === "*" || allowed === origin
    ? works(`${host} answers, and lets pages of other origins ask`)
    : missing(
        `${host} answers (HTTP ${answer.status}), but lets no page of ${origin} ask`,
        "If it is not AWS that answers, find the proxy that does. An issuer of your own must allow this origin (CORS).",
      );
}
