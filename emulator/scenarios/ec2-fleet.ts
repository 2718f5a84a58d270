import { scriptFailed, scriptTimedOut } from "../timeline/diagnostics.ts";
import { rollOut } from "../timeline/fleet.ts";
import { inPlaceFacts } from "../timeline/in-place-facts.ts";
import { instanceTarget } from "../timeline/instance-target.ts";
import { inPlaceEvents } from "../timeline/lifecycle-events.ts";
import { play } from "../timeline/play.ts";
import { s3Revision } from "../timeline/revisions.ts";

const outOfDisk = {
  event: "AfterInstall",
  diagnostics: scriptFailed("AfterInstall", "scripts/unpack-models.sh", 2, [
    "Unpacking models/ranking-2026-11.tar.zst",
    "!tar: ranking/shard-0007.bin: Wrote only 4096 of 10240 bytes",
    "!tar: Exiting with failure status due to previous errors",
    "!No space left on device",
  ]),
};
const slowStart = {
  event: "ApplicationStart",
  lastsMs: 30_000,
  diagnostics: scriptTimedOut("ApplicationStart", "scripts/start.sh", 30, ["Loading ranking model"]),
};
const fleet = rollOut({
  seed: "edge-ranker global",
  size: 1000,
  concurrency: 100,
  startMs: 8_000,
  events: inPlaceEvents,
  failures: { 61: outOfDisk, 187: slowStart, 340: outOfDisk, 512: outOfDisk, 666: slowStart, 871: outOfDisk },
});
const doneMs = fleet.endMs + 5_000;

/** As many instances as one deployment may have. */
export const ec2Fleet = play({
  name: "ec2-fleet",
  description:
    "EC2 in place, a fleet of 1,000 instances, a hundred at a time, of which a handful fail on the way.",
  computePlatform: "Server",
  facts: {
    ...inPlaceFacts,
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
