import { PAGES, formatAddress } from "../src/app/pages.ts";
import { connectSources } from "../src/config/connect-sources.ts";
import type { Config } from "../src/config/schema.ts";
import { preconnectLink } from "./preconnect.ts";
import { HTTPS_ONLY, securityHeaders } from "./security-headers.ts";

/** The part of `app-routes.ts` that follows from the table of pages. */
export interface Routes {
  /** The paths that are pages of the app, as a regular expression over the path of a request. */
  appRoute: string;
  /** Where sign-in pages lead back to, below where the app lies. */
  signedIn: string;
}

/** What hosts must know of the app's pages, as JSON. */
export function routesJson(): string {
  const signedIn = formatAddress({ page: "signed-in", view: { timeZone: "local" } }, "");
  const routes: Routes = { appRoute: appRoute("/", "/+"), signedIn };
  return `${JSON.stringify(routes, null, 2)}\n`;
}

/**
 * A configuration of nginx with the app's pages in it, in place of those that were there.
 *
 * @param base where the app lies on the host, with a slash at either end
 */
export function nginxWithRoutes(text: string, base: string): string {
  const location = /(?<=^ *location ~ ")\^.*(?=" \{$)/m;
  if (!location.test(text))
    throw new Error("This configuration of nginx has no location for the app's pages.");
  // nginx has merged slashes when it compares.
  return text.replace(location, () => appRoute(base, "/"));
}

/** nginx's headers with the policy and the other headers that belong to a configuration, in place of those that were there. */
export function nginxWithHeaders(text: string, config: Config): string {
  const headers = Object.entries({
    ...securityHeaders(connectSources(config), "https"),
    Link: preconnectLink(config),
  });
  return headers.reduce((changed, [name, value]) => {
    const line = new RegExp(`(?<=^add_header ${name} ").*(?="(?: always)?;$)`, "m");
    if (!line.test(changed)) throw new Error(`nginx's headers have no ${name}.`);
    return changed.replace(line, () => value.replace(`; ${HTTPS_ONLY}`, "$deploywatch_upgrade"));
  }, text);
}

function appRoute(base: string, slash: string): string {
  const paths = Object.values(PAGES).flatMap((page) => ("path" in page ? [page.path.join(slash)] : []));
  const files = ["index\\.html", ...new Set(paths.filter(Boolean).map((path) => `${path}/?`))];
  return `^${base === "/" ? slash : base}(?:${files.join("|")})?$`;
}
