import { BLUE_GREEN_FACTS, terminateAfter } from "../../timeline/facts.ts";
import { minutes, seconds } from "../../timeline/duration.ts";
import { play } from "../../timeline/play.ts";
import { gitHubRevision } from "../../timeline/revisions.ts";

const FAILED_MS = minutes(60) + seconds(5);

/** The type of its instances is sold out in the zone. */
export const ec2NoCapacity = play({
  name: "ec2-no-capacity",
  description:
    "EC2 blue/green: AWS has no capacity for the replacement fleet, which never comes up; failed after an hour.",
  guess: "When CodeDeploy gives up, with which code, and the sentence beside it.",
  computePlatform: "Server",
  facts: ({ deploymentId }) => ({
    ...BLUE_GREEN_FACTS,
    applicationName: "render-farm",
    deploymentGroupName: "prod",
    deploymentConfigName: "CodeDeployDefault.AllAtOnce",
    loadBalancerInfo: { elbInfoList: [{ name: "render-farm-prod" }] },
    blueGreenDeploymentConfiguration: {
      ...terminateAfter(10),
      greenFleetProvisioningOption: { action: "COPY_AUTO_SCALING_GROUP" },
    },
    revision: gitHubRevision("acme-shop/render-farm", `${deploymentId} new`),
    previousRevision: gitHubRevision("acme-shop/render-farm", `${deploymentId} previous`),
  }),
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: seconds(3), status: "InProgress", hasOverview: false, hasTargets: false },
    {
      fromMs: FAILED_MS,
      status: "Failed",
      hasOverview: false,
      hasTargets: false,
      facts: {
        errorInformation: {
          code: "AUTO_SCALING_CONFIGURATION",
          message: "The replacement Auto Scaling group did not reach its desired capacity in time.",
        },
        rollbackInfo: {},
      },
    },
  ],
  moments: { provisioning: minutes(6), failed: FAILED_MS },
  failingLaunches: {
    fromMs: seconds(20),
    untilMs: FAILED_MS - seconds(30),
    everyMs: seconds(80),
    message:
      "We currently do not have sufficient g5.12xlarge capacity in the Availability Zone you requested (eu-west-1b). Our system will be working on provisioning additional capacity. You can currently get g5.12xlarge capacity by not specifying an Availability Zone in your request or choosing eu-west-1a, eu-west-1c. Launching EC2 instance failed.",
  },
  targets: [],
});
