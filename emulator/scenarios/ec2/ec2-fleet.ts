import { scriptFailed, scriptTimedOut } from "../../timeline/diagnostics.ts";
import { rollOut } from "../../timeline/fleet.ts";
import { IN_PLACE_FACTS } from "../../timeline/facts.ts";
import { instanceTarget } from "../../timeline/targets/instance-target.ts";
import { IN_PLACE_EVENTS } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { s3Revision } from "../../timeline/revisions.ts";

const OUT_OF_DISK = {
  event: "AfterInstall",
  diagnostics: scriptFailed("AfterInstall", "scripts/unpack-models.sh", 2, [
    "Unpacking models/ranking-2026-11.tar.zst",
    "!tar: ranking/shard-0007.bin: Wrote only 4096 of 10240 bytes",
    "!tar: Exiting with failure status due to previous errors",
    "!No space left on device",
  ]),
};
const SLOW_START = {
  event: "ApplicationStart",
  lastsMs: 30_000,
  diagnostics: scriptTimedOut("ApplicationStart", "scripts/start.sh", 30, ["Loading ranking model"]),
};
/** The failures are on these instances, also where there are more. */
const FAILURES = {
  61: OUT_OF_DISK,
  187: SLOW_START,
  340: OUT_OF_DISK,
  512: OUT_OF_DISK,
  666: SLOW_START,
  871: OUT_OF_DISK,
};

interface FleetScenario {
  readonly name: string;
  readonly description: string;
  readonly size: number;
  /** How many instances are deployed to at once. */
  readonly concurrency: number;
}

function fleetScenario({ name, description, size, concurrency }: FleetScenario) {
  const fleet = rollOut({
    seed: "edge-ranker global",
    size,
    concurrency,
    startMs: 8_000,
    events: IN_PLACE_EVENTS,
    failures: FAILURES,
  });
  const doneMs = fleet.endMs + 5_000;
  return play({
    name,
    description,
    computePlatform: "Server",
    facts: {
      ...IN_PLACE_FACTS,
      applicationName: "edge-ranker",
      deploymentGroupName: "global",
      deploymentConfigName: "acme-90-percent-healthy",
      description: "Ranking model of November",
      targetInstances: {
        tagFilters: [],
        autoScalingGroups: [],
        ec2TagSet: {
          ec2TagSetList: [
            [{ Key: "Service", Value: "edge-ranker", Type: "KEY_AND_VALUE" }],
            [
              { Key: "Stage", Value: "prod", Type: "KEY_AND_VALUE" },
              { Key: "Stage", Value: "canary", Type: "KEY_AND_VALUE" },
            ],
          ],
        },
      },
      revision: s3Revision("acme-ranking-models", "edge-ranker/2026-11.tar.gz", "ranker 2026-11"),
      previousRevision: s3Revision("acme-ranking-models", "edge-ranker/2026-10.tar.gz", "ranker 2026-10"),
    },
    phases: [
      { fromMs: 0, status: "Created" },
      { fromMs: 8_000, status: "InProgress" },
      { fromMs: doneMs, status: "Succeeded" },
    ],
    moments: { started: 30_000, halfway: Math.round(doneMs / 2), done: doneMs },
    targets: fleet.courses.map(instanceTarget),
  });
}

/** As many instances as one deployment may have. */
export const ec2Fleet = fleetScenario({
  name: "ec2-fleet",
  description:
    "EC2 in place, a fleet of 1,000 instances, a hundred at a time, of which a handful fail on the way.",
  size: 1_000,
  concurrency: 100,
});

/** More than AWS allows: room for the day on which it allows more. */
export const ec2Fleet5000 = fleetScenario({
  name: "ec2-fleet-5000",
  description: "EC2 in place, 5,000 instances, five times as many as AWS lets a deployment have.",
  size: 5_000,
  concurrency: 500,
});
