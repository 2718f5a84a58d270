import { IN_PLACE_FACTS } from "../../timeline/facts.ts";
import { play } from "../../timeline/play.ts";
import { s3Revision } from "../../timeline/revisions.ts";

/** A deployment that has only just been made. */
export const ec2Created = play({
  name: "ec2-created",
  description: "EC2 in place, created and not begun: no counts and no start time yet.",
  computePlatform: "Server",
  facts: {
    ...IN_PLACE_FACTS,
    applicationName: "billing-worker",
    deploymentGroupName: "staging",
    deploymentConfigName: "CodeDeployDefault.AllAtOnce",
    description: "Nightly build 2041",
    revision: s3Revision("acme-release-artifacts", "billing-worker/2041/bundle.tar.gz", "2041"),
  },
  phases: [{ fromMs: 0, status: "Created" }],
  targets: [],
});
