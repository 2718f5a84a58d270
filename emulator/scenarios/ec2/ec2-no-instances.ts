import { IN_PLACE_FACTS } from "../../timeline/facts.ts";
import { play } from "../../timeline/play.ts";
import { gitHubRevision } from "../../timeline/revisions.ts";

/** Failed before anything could begin: no instance carries the tags. */
export const ec2NoInstances = play({
  name: "ec2-no-instances",
  description: "EC2 in place, failed at once because no instance carries the group's tags.",
  computePlatform: "Server",
  facts: {
    ...IN_PLACE_FACTS,
    applicationName: "fraud-scoring",
    deploymentGroupName: "eu-prod",
    deploymentConfigName: "CodeDeployDefault.OneAtATime",
    targetInstances: {
      tagFilters: [{ Key: "Role", Value: "fraud-scoring", Type: "KEY_AND_VALUE" }],
      autoScalingGroups: [],
    },
    revision: gitHubRevision("acme-risk/fraud-scoring", "fraud 3"),
  },
  phases: [
    { fromMs: 0, status: "Created" },
    {
      fromMs: 1_400,
      status: "Failed",
      facts: {
        errorInformation: {
          code: "NO_INSTANCES",
          message: "The deployment failed because no instances were found for your deployment group.",
        },
        rollbackInfo: {},
      },
    },
  ],
  moments: { failed: 1_400 },
  targets: [],
});
