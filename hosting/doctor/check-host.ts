import { preconnectLink } from "../preconnect.ts";
import { HTTPS_ONLY, securityHeaders } from "../security-headers.ts";
import { connectSources } from "../../src/config/connect-sources.ts";
import type { Config } from "../../src/config/schema.ts";
import type { Answer } from "./ask.ts";
import { ask } from "./ask.ts";
import type { Finding } from "./finding.ts";
import { missing, works } from "./finding.ts";

/** An address that names no deployment, and a file that no build has. */
const A_PAGE = "us-east-1/d-DOCTOR000";
const NO_FILE = "assets/no-such-file.js";

/**
 * Looks at how a site is served: pages, 404s, caching, security headers.
 * @param site its address, with a slash at the end
 */
export async function checkHost(site: string, config: Config): Promise<Finding[]> {
  const [home, page, noFile, settings] = await Promise.all(
    ["", A_PAGE, NO_FILE, "config.json"].map((path) =>
      ask(site + path, { headers: { accept: "text/html" } }),
    ),
  );
  if (!home || "failure" in home) {
    return [missing(`${site}: ${home?.failure}`, "Check the address, its DNS entry and its certificate.")];
  }
  return [
    isApp(home)
      ? works(`${site} answers with the app`)
      : missing(`${site} answers HTTP ${home.status}`, "Serve the build's index.html there."),
    page && !("failure" in page) && isApp(page)
      ? works("links to deployments answer with the app")
      : missing(
          `${site}${A_PAGE} does not answer with the app`,
          "Answer /{region}/{deployment id} and /signed-in with index.html; hosting/ shows how.",
        ),
    noFile && !("failure" in noFile) && noFile.status === 404
      ? works("a file that is missing is a 404")
      : missing(
          `${site}${NO_FILE} is no 404`,
          "Answer paths below assets/ with files only: a missing script that comes as a page is cached, and breaks the app.",
        ),
    ...[home, settings].map((answer, index) => caching(index === 0 ? "index.html" : "config.json", answer)),
    ...(site.startsWith("http:") ? plainHttpFindings(site, home) : []),
    ...headerFindings(site, home, config),
    ...(config.local ? [] : [connections(home, config)]),
  ];
}

/** A host name that browsers trust without TLS, since it is this very machine. */
const LOOPBACK = /^http:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])[:/]/;

function plainHttpFindings(site: string, home: Answer): Finding[] {
  const upgrades = (home.headers.get("content-security-policy") ?? "").includes(HTTPS_ONLY);
  return [
    ...(LOOPBACK.test(site)
      ? []
      : [
          missing(
            "the page is served over http: nobody can sign in, and whoever stands between can change it",
            "Serve it over https, and lead http there.",
          ),
        ]),
    ...(upgrades
      ? [
          missing(
            `the policy has ${HTTPS_ONLY}, but the page is served over http: it stays blank`,
            `Send ${HTTPS_ONLY} only with pages that are served over https.`,
          ),
        ]
      : []),
  ];
}

function isApp({ status, text }: Answer): boolean {
  return status === 200 && text.includes('<div id="root">');
}

function caching(name: string, answer: Answer | { failure: string } | undefined): Finding {
  const value = answer && !("failure" in answer) ? answer.headers.get("cache-control") : null;
  return value !== null && /no-cache|no-store|max-age=0/.test(value)
    ? works(`${name} is asked for anew each time`)
    : missing(
        `${name} may be kept by browsers (Cache-Control: ${value ?? "absent"})`,
        "Send Cache-Control: no-cache with it, so that a release and a change take effect.",
      );
}

function headerFindings(site: string, home: Answer, config: Config): Finding[] {
  const scheme = site.startsWith("https:") ? "https" : "http";
  const wanted = Object.entries(securityHeaders(connectSources(config), scheme));
  const wrong = wanted.filter(([name, value]) => !isSame(name, home.headers.get(name), value));
  if (wrong.length === 0) return [works("the security headers are those that the browser tests run under")];
  return wrong.map(([name, value]) => {
    const found = home.headers.get(name);
    return missing(
      found === null ? `the header ${name} is absent` : `the header ${name} is another: ${found}`,
      `${name}: ${value}`,
    );
  });
}

/** Whether browsers connect to AWS while the page is on its way; the order of the links, and one that stands there twice, mean nothing. */
function connections(home: Answer, config: Config): Finding {
  const wanted = preconnectLink(config);
  const found = new Set((home.headers.get("link") ?? "").split(/\s*,\s*/));
  return wanted.split(", ").every((link) => found.has(link))
    ? works("browsers connect to AWS while the page is on its way")
    : missing(
        "browsers connect to AWS only when the page asks it: it comes up to two round trips later",
        `Link: ${wanted}`,
      );
}

/** The order of a policy's sources and directives means nothing, nor does a source that stands there twice. */
function isSame(name: string, found: string | null, wanted: string): boolean {
  if (found === null || name !== "Content-Security-Policy") return found === wanted;
  const [one, other] = [directives(found), directives(wanted)];
  return one.size === other.size && [...one].every((directive) => other.has(directive));
}

function directives(policy: string): ReadonlySet<string> {
  return new Set(
    policy
      .split(";")
      .map((directive) => [...new Set(directive.trim().split(/\s+/))].toSorted(compareText).join(" "))
      .filter(Boolean),
  );
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
