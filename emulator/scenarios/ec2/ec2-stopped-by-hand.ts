import { rollOut } from "../../timeline/fleet.ts";
import { inPlaceFacts } from "../../timeline/facts.ts";
import { instanceTarget } from "../../timeline/instance-target.ts";
import { inPlaceEvents } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { gitHubRevision } from "../../timeline/revisions.ts";
import { stopSteps } from "../../timeline/steps.ts";

const stoppedMs = 75_000;
const fleet = rollOut({
  seed: "loyalty-points prod",
  size: 4,
  concurrency: 1,
  startMs: 5_000,
  events: inPlaceEvents,
});

/** Somebody pressed stop: one instance is done, one is half-way, two were never begun. */
export const ec2StoppedByHand = play({
  name: "ec2-stopped-by-hand",
  description: "EC2 in place, stopped by hand with one instance done, one half-way and two not begun.",
  computePlatform: "Server",
  facts: {
    ...inPlaceFacts,
    applicationName: "loyalty-points",
    deploymentGroupName: "prod",
    deploymentConfigName: "CodeDeployDefault.OneAtATime",
    revision: gitHubRevision("acme-shop/loyalty-points", "loyalty 55"),
    previousRevision: gitHubRevision("acme-shop/loyalty-points", "loyalty 54"),
  },
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: 5_000, status: "InProgress" },
    {
      fromMs: stoppedMs + 1_000,
      status: "Stopped",
      facts: {
        errorInformation: { code: "MANUAL_STOP", message: "The deployment was stopped by a user." },
        rollbackInfo: {},
      },
    },
  ],
  moments: { running: 60_000, stopped: stoppedMs + 1_000 },
  targets: fleet.courses.map((course) =>
    instanceTarget({ ...course, steps: stopSteps(course.steps, stoppedMs) }),
  ),
});
