import { IN_PLACE_FACTS } from "../../timeline/facts.ts";
import { play } from "../../timeline/play.ts";
import { gitHubRevision } from "../../timeline/revisions.ts";

/** A deployment that has to wait for its turn. */
export const ec2Queued = play({
  name: "ec2-queued",
  description:
    "EC2 in place, queued behind another deployment of its group after an instance was scaled out.",
  guess: "That a deployment is Queued, and not Created, while another one of its group goes on.",
  computePlatform: "Server",
  facts: {
    ...IN_PLACE_FACTS,
    applicationName: "media-transcoder",
    deploymentGroupName: "prod-asg",
    deploymentConfigName: "CodeDeployDefault.OneAtATime",
    creator: "autoscaling",
    targetInstances: { tagFilters: [], autoScalingGroups: ["media-transcoder-prod"] },
    revision: gitHubRevision("acme-media/transcoder", "queued"),
  },
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: 2_000, status: "Queued" },
  ],
  targets: [],
  moments: { queued: 5_000 },
});
