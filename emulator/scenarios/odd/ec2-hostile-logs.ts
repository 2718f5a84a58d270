import { scriptFailed } from "../../timeline/diagnostics.ts";
import { rollOut } from "../../timeline/fleet.ts";
import { HOSTILE_TEXT } from "./hostile-text.ts";
import { HEALTH_CONSTRAINTS, IN_PLACE_FACTS } from "../../timeline/facts.ts";
import { instanceTarget } from "../../timeline/targets/instance-target.ts";
import { IN_PLACE_EVENTS } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { gitHubRevision } from "../../timeline/revisions.ts";

const ESCAPE = "\u001B";

const coloured = scriptFailed("ApplicationStart", "scripts/start.sh", 1, [
  `${ESCAPE}[1m> catalog-api@5.2.0 start${ESCAPE}[0m`,
  `${ESCAPE}[32m✔${ESCAPE}[39m configuration loaded`,
  `${ESCAPE}[33mwarn${ESCAPE}[39m  NODE_ENV is not set, assuming production`,
  `${ESCAPE}[38;5;208m[hmr]${ESCAPE}[0m ${ESCAPE}[38;2;120;200;255mtrue colour${ESCAPE}[0m ${ESCAPE}[7minverse${ESCAPE}[27m`,
  `!${ESCAPE}[31m${ESCAPE}[1mError: Cannot find module './routes/index.js'${ESCAPE}[22m${ESCAPE}[39m`,
  "!    at Module._resolveFilename (node:internal/modules/cjs/loader:1225:15)",
  "!    at Object.<anonymous> (/srv/catalog-api/server.js:14:16) {",
  "!  code: 'MODULE_NOT_FOUND'",
  "!}",
  `${ESCAPE}[2K${ESCAPE}[1Gprogress 10 %\rprogress 100 %`,
]);
const hostile = scriptFailed("ValidateService", "scripts/<b>validate</b>.sh", 3, [
  HOSTILE_TEXT,
  `${ESCAPE}]8;;https://evil.example${ESCAPE}\\a link${ESCAPE}]8;;${ESCAPE}\\`,
  `${ESCAPE}]0;new window title\u0007`,
]);
const fleet = rollOut({
  seed: "catalog-api staging",
  size: 2,
  concurrency: 2,
  startMs: 3_000,
  events: IN_PLACE_EVENTS,
  failures: {
    0: { event: "ApplicationStart", diagnostics: coloured },
    1: { event: "ValidateService", diagnostics: hostile },
  },
});
const failedMs = fleet.endMs + 2_000;

/** What terminals understand and pages should not obey. */
export const ec2HostileLogs = play({
  name: "ec2-hostile-logs",
  description: "EC2 in place, failed, with ANSI colours in one log and hostile text in the other.",
  computePlatform: "Server",
  facts: {
    ...IN_PLACE_FACTS,
    applicationName: "catalog-api",
    deploymentGroupName: "staging",
    deploymentConfigName: "CodeDeployDefault.AllAtOnce",
    revision: gitHubRevision("acme-shop/catalog-api", "catalog 5.2.0"),
  },
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: 3_000, status: "InProgress" },
    { fromMs: failedMs, status: "Failed", facts: HEALTH_CONSTRAINTS },
  ],
  moments: { failed: failedMs },
  targets: fleet.courses.map(instanceTarget),
});
