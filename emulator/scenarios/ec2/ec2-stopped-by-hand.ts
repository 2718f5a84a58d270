import { rollOut } from "../../timeline/fleet.ts";
import { IN_PLACE_FACTS, STOPPED_BY_HAND } from "../../timeline/facts.ts";
import { instanceTarget } from "../../timeline/targets/instance-target.ts";
import { IN_PLACE_EVENTS } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { gitHubRevision } from "../../timeline/revisions.ts";
import { stopSteps } from "../../timeline/steps.ts";

const STOPPED_MS = 75_000;
const fleet = rollOut({
  seed: "loyalty-points prod",
  size: 4,
  concurrency: 1,
  startMs: 5_000,
  events: IN_PLACE_EVENTS,
});

/** Somebody pressed stop: one instance is done, one is half-way, two were never begun. */
export const ec2StoppedByHand = play({
  name: "ec2-stopped-by-hand",
  description: "EC2 in place, stopped by hand with one instance done, one half-way and two not begun.",
  guess: "The code MANUAL_STOP with its sentence, and that the event which ran is told as failed.",
  computePlatform: "Server",
  facts: {
    ...IN_PLACE_FACTS,
    applicationName: "loyalty-points",
    deploymentGroupName: "prod",
    deploymentConfigName: "CodeDeployDefault.OneAtATime",
    revision: gitHubRevision("acme-shop/loyalty-points", "loyalty 55"),
    previousRevision: gitHubRevision("acme-shop/loyalty-points", "loyalty 54"),
  },
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: 5_000, status: "InProgress" },
    { fromMs: STOPPED_MS + 1_000, status: "Stopped", facts: STOPPED_BY_HAND },
  ],
  moments: { running: 60_000, stopped: STOPPED_MS + 1_000 },
  targets: fleet.courses.map((course) =>
    instanceTarget({ ...course, steps: stopSteps(course.steps, STOPPED_MS) }),
  ),
});
