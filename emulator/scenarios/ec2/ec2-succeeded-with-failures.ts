import { scriptTimedOut } from "../../timeline/diagnostics.ts";
import { rollOut } from "../../timeline/fleet.ts";
import { IN_PLACE_FACTS } from "../../timeline/facts.ts";
import { instanceTarget } from "../../timeline/targets/instance-target.ts";
import { IN_PLACE_EVENTS } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { gitHubRevision } from "../../timeline/revisions.ts";

const fleet = rollOut({
  seed: "search-indexer prod",
  size: 5,
  concurrency: 1,
  startMs: 5_000,
  events: IN_PLACE_EVENTS,
  failures: {
    4: {
      event: "AfterInstall",
      lastsMs: 60_000,
      diagnostics: scriptTimedOut("AfterInstall", "scripts/warm-index.sh", 60, [
        "Loading segment 1/9",
        "Loading segment 2/9",
        "Loading segment 3/9",
      ]),
    },
  },
});
const doneMs = fleet.endMs + 3_000;

/** Succeeded by design although the last instance failed. */
export const ec2SucceededWithFailures = play({
  name: "ec2-succeeded-with-failures",
  description: "EC2 in place, succeeded although its last instance failed: enough of them stayed healthy.",
  computePlatform: "Server",
  facts: {
    ...IN_PLACE_FACTS,
    applicationName: "search-indexer",
    deploymentGroupName: "prod",
    deploymentConfigName: "CodeDeployDefault.OneAtATime",
    revision: gitHubRevision("acme-search/indexer", "indexer 31"),
    previousRevision: gitHubRevision("acme-search/indexer", "indexer 30"),
  },
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: 5_000, status: "InProgress" },
    { fromMs: doneMs, status: "Succeeded" },
  ],
  moments: { done: doneMs },
  targets: fleet.courses.map(instanceTarget),
});
