import { scriptFailed } from "../../timeline/diagnostics.ts";
import { rollOut } from "../../timeline/fleet.ts";
import { hostileText } from "./hostile-text.ts";
import { healthConstraints, inPlaceFacts } from "../../timeline/facts.ts";
import { instanceTarget } from "../../timeline/instance-target.ts";
import { inPlaceEvents } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { gitHubRevision } from "../../timeline/revisions.ts";

const escape = "\u001B";

const coloured = scriptFailed("ApplicationStart", "scripts/start.sh", 1, [
  `${escape}[1m> catalog-api@5.2.0 start${escape}[0m`,
  `${escape}[32m✔${escape}[39m configuration loaded`,
  `${escape}[33mwarn${escape}[39m  NODE_ENV is not set, assuming production`,
  `${escape}[38;5;208m[hmr]${escape}[0m ${escape}[38;2;120;200;255mtrue colour${escape}[0m ${escape}[7minverse${escape}[27m`,
  `!${escape}[31m${escape}[1mError: Cannot find module './routes/index.js'${escape}[22m${escape}[39m`,
  "!    at Module._resolveFilename (node:internal/modules/cjs/loader:1225:15)",
  "!    at Object.<anonymous> (/srv/catalog-api/server.js:14:16) {",
  "!  code: 'MODULE_NOT_FOUND'",
  "!}",
  `${escape}[2K${escape}[1Gprogress 10 %\rprogress 100 %`,
]);
const hostile = scriptFailed("ValidateService", "scripts/<b>validate</b>.sh", 3, [
  hostileText,
  `${escape}]8;;https://evil.example${escape}\\a link${escape}]8;;${escape}\\`,
  `${escape}]0;new window title\u0007`,
]);
const fleet = rollOut({
  seed: "catalog-api staging",
  size: 2,
  concurrency: 2,
  startMs: 3_000,
  events: inPlaceEvents,
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
    ...inPlaceFacts,
    applicationName: "catalog-api",
    deploymentGroupName: "staging",
    deploymentConfigName: "CodeDeployDefault.AllAtOnce",
    revision: gitHubRevision("acme-shop/catalog-api", "catalog 5.2.0"),
  },
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: 3_000, status: "InProgress" },
    { fromMs: failedMs, status: "Failed", facts: healthConstraints },
  ],
  moments: { failed: failedMs },
  targets: fleet.courses.map(instanceTarget),
});
