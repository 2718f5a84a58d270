import { minutes } from "../../timeline/duration.ts";
import { instanceId } from "../../timeline/fingerprint.ts";
import { HEALTH_CONSTRAINTS, IN_PLACE_FACTS } from "../../timeline/facts.ts";
import { instanceTarget } from "../../timeline/targets/instance-target.ts";
import { IN_PLACE_EVENTS } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { gitHubRevision } from "../../timeline/revisions.ts";
import { allSkipped } from "../../timeline/steps.ts";

const skippedMs = minutes(6);

/** Every event of every instance skipped, without a word of why. */
export const ec2AllSkipped = play({
  name: "ec2-all-skipped",
  description: "EC2 in place, failed with every lifecycle event of every instance skipped.",
  computePlatform: "Server",
  facts: {
    ...IN_PLACE_FACTS,
    applicationName: "inventory-sync",
    deploymentGroupName: "dr-site",
    deploymentConfigName: "CodeDeployDefault.OneAtATime",
    revision: gitHubRevision("acme-shop/inventory-sync", "sync 4"),
  },
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: 4_000, status: "InProgress" },
    { fromMs: skippedMs + 2_000, status: "Failed", facts: HEALTH_CONSTRAINTS },
  ],
  moments: { failed: skippedMs + 2_000 },
  targets: [0, 1, 2, 3].map((place) =>
    instanceTarget({
      instanceId: instanceId(`inventory-sync dr-site ${place}`),
      steps: allSkipped(skippedMs, IN_PLACE_EVENTS),
    }),
  ),
});
