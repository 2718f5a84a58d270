import {
  scriptFailed,
  scriptMissing,
  scriptNotExecutable,
  scriptTimedOut,
  unknownError,
} from "../../timeline/diagnostics.ts";
import { rollOut } from "../../timeline/fleet.ts";
import { HEALTH_CONSTRAINTS, IN_PLACE_FACTS } from "../../timeline/facts.ts";
import { instanceTarget } from "../../timeline/targets/instance-target.ts";
import { IN_PLACE_EVENTS } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { s3Revision } from "../../timeline/revisions.ts";

const fleet = rollOut({
  seed: "legacy-cms staging",
  size: 6,
  concurrency: 3,
  stopsAfterFailures: 4,
  startMs: 4_000,
  events: IN_PLACE_EVENTS,
  failures: {
    0: { event: "BeforeInstall", diagnostics: scriptMissing("scripts/backup_database.sh") },
    1: { event: "AfterInstall", diagnostics: scriptNotExecutable("scripts/fix_permissions.sh") },
    2: {
      event: "ApplicationStart",
      lastsMs: 45_000,
      diagnostics: scriptTimedOut("ApplicationStart", "scripts/start_server.sh", 45, [
        "Starting httpd (via systemctl)...",
        "Waiting for port 80",
      ]),
    },
    3: {
      event: "ValidateService",
      diagnostics: scriptFailed("ValidateService", "scripts/smoke_test.sh", 7, [
        "!curl: (7) Failed to connect to localhost port 80: Connection refused",
      ]),
    },
    4: {
      event: "Install",
      diagnostics: unknownError(
        "The deployment failed because a specified file already exists at this location: /var/www/html/index.php",
      ),
    },
  },
});
const failedMs = fleet.endMs + 3_000;

/** One instance for each error code of Diagnostics. */
export const ec2ScriptErrors = play({
  name: "ec2-script-errors",
  description:
    "EC2 in place, failed with every kind of script error: missing, not executable, timed out, failed, unknown.",
  computePlatform: "Server",
  facts: {
    ...IN_PLACE_FACTS,
    applicationName: "legacy-cms",
    deploymentGroupName: "staging",
    deploymentConfigName: "CodeDeployDefault.HalfAtATime",
    revision: s3Revision("acme-release-artifacts", "legacy-cms/2026-11-20.zip", "cms 20"),
  },
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: 4_000, status: "InProgress" },
    { fromMs: failedMs, status: "Failed", facts: HEALTH_CONSTRAINTS },
  ],
  moments: { failed: failedMs },
  targets: fleet.courses.map(instanceTarget),
});
