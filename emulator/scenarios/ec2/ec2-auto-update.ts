import type { DeploymentInfo } from "@aws-sdk/client-codedeploy";
import { rollOut } from "../../timeline/fleet.ts";
import { IN_PLACE_FACTS } from "../../timeline/facts.ts";
import { instanceTarget } from "../../timeline/targets/instance-target.ts";
import { IN_PLACE_EVENTS } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { gitHubRevision } from "../../timeline/revisions.ts";
import type { Wire } from "../../wire.ts";

const facts: Wire<DeploymentInfo> = {
  ...IN_PLACE_FACTS,
  applicationName: "session-store",
  deploymentGroupName: "prod-asg",
  deploymentConfigName: "CodeDeployDefault.OneAtATime",
  targetInstances: { tagFilters: [], autoScalingGroups: ["session-store-prod"] },
  revision: gitHubRevision("acme-shop/session-store", "session 21"),
};

const updateFleet = rollOut({
  seed: "session-store outdated",
  size: 1,
  concurrency: 1,
  startMs: 3_000,
  events: IN_PLACE_EVENTS,
});

const update = play({
  name: "ec2-auto-update-follow-up",
  description: "EC2 in place, the automatic update of an instance that had missed a deployment.",
  computePlatform: "Server",
  facts: ({ related }) => ({
    ...facts,
    creator: "CodeDeployAutoUpdate",
    updateOutdatedInstancesOnly: true,
    relatedDeployments: { autoUpdateOutdatedInstancesRootDeploymentId: related["origin"] ?? "" },
  }),
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: 3_000, status: "InProgress" },
    { fromMs: updateFleet.endMs + 2_000, status: "Succeeded" },
  ],
  targets: updateFleet.courses.map(instanceTarget),
});

const fleet = rollOut({
  seed: "session-store",
  size: 3,
  concurrency: 1,
  startMs: 4_000,
  events: IN_PLACE_EVENTS,
});
const doneMs = fleet.endMs + 3_000;

/** An instance came up while the deployment ran, so a second deployment follows by itself. */
export const ec2AutoUpdate = play({
  name: "ec2-auto-update",
  description: "EC2 in place, followed by an automatic update of an instance that was launched meanwhile.",
  computePlatform: "Server",
  facts: {
    ...facts,
    previousRevision: gitHubRevision("acme-shop/session-store", "session 20"),
    relatedDeployments: { autoUpdateOutdatedInstancesDeploymentIds: [] },
  },
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: 4_000, status: "InProgress" },
    { fromMs: doneMs, status: "Succeeded" },
    {
      fromMs: doneMs + 4_000,
      status: "Succeeded",
      facts: ({ related }) => ({
        relatedDeployments: { autoUpdateOutdatedInstancesDeploymentIds: [related["update"] ?? ""] },
      }),
    },
  ],
  moments: { done: doneMs, updated: doneMs + 4_000 },
  partners: { update: { scenario: update, startsAtMs: doneMs + 2_000 } },
  targets: fleet.courses.map(instanceTarget),
});
