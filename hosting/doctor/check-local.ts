import { request } from "node:http";
import { SESSION_PATH } from "../../src/access/local/local-server.ts";
import type { Answer } from "./ask.ts";
import { ask } from "./ask.ts";
import type { Finding } from "./finding.ts";
import { missing, works } from "./finding.ts";

/** Names that lead to this machine, and are not the program's own. */
const FOREIGN_HOST = "deploywatch.example";

const OTHER_PROGRAM =
  "This is not how npm start -- --profile answers. End what listens there, and start it again.";

/**
 * Whether a program of local mode keeps others out: pages of other origins, names that were made to lead here, and whoever has not
 * the link.
 *
 * @param site its address, with a slash at the end
 */
export async function checkLocal(site: string): Promise<Finding[]> {
  const { origin } = new URL(site);
  const url = origin + SESSION_PATH;
  const [stranger, otherOrigin, preflight, rebound] = await Promise.all([
    ask(url, { method: "POST", headers: { origin } }),
    ask(url, { method: "POST", headers: { origin: "https://attacker.example" } }),
    ask(url, {
      method: "OPTIONS",
      headers: { origin: "https://attacker.example", "access-control-request-method": "POST" },
    }),
    statusFor(site, FOREIGN_HOST),
  ]);
  return [
    rule(statusOf(stranger) === 401, "who has not the link that the terminal printed is refused"),
    rule(statusOf(otherOrigin) === 403, "pages of other origins are refused"),
    rule(
      !("failure" in preflight) && preflight.headers.get("access-control-allow-origin") === null,
      "pages of other origins are not let in by CORS",
    ),
    rule(rebound === 403, `a name that was made to lead here (${FOREIGN_HOST}) is refused`),
  ];
}

function rule(isKept: boolean, what: string): Finding {
  return isKept ? works(what) : missing(`not so: ${what}`, OTHER_PROGRAM);
}

function statusOf(answer: Answer | { failure: string }): number | undefined {
  return "failure" in answer ? undefined : answer.status;
}

/** By hand and not by `fetch`, which lets nobody choose the host. */
function statusFor(site: string, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    request(site, { headers: { host }, timeout: 10_000 }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", () => resolve(undefined))
      .end();
  });
}
