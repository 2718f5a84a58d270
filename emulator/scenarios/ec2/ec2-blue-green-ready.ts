import { BLUE_GREEN_FACTS } from "../../timeline/facts.ts";
import { minutes, seconds } from "../../timeline/duration.ts";
import { blueGreenRun } from "../../timeline/ec2-blue-green-run.ts";
import { play } from "../../timeline/play.ts";
import { s3Revision } from "../../timeline/revisions.ts";

const WAIT_MINUTES = 60;
const {
  reroutedMs: _,
  doneMs,
  ...course
} = blueGreenRun({
  seed: "account-portal prod",
  size: 2,
  provisionedMs: seconds(12),
  installMs: seconds(12),
  reroute: { readyMs: seconds(75), waitMinutes: WAIT_MINUTES },
});

/** Everything is installed and somebody has to say go; after an hour nobody did. */
export const ec2BlueGreenReady = play({
  name: "ec2-blue-green-ready",
  description:
    "EC2 blue/green, ready and waiting for somebody to reroute traffic; stopped when nobody does so within the hour.",
  guess:
    "How the wait ends: AWS documents that the status is Stopped; the code TIMEOUT, its sentence and that every event that is left is skipped at once are guesses.",
  computePlatform: "Server",
  facts: {
    ...BLUE_GREEN_FACTS,
    applicationName: "account-portal",
    deploymentGroupName: "prod",
    deploymentConfigName: "CodeDeployDefault.HalfAtATime",
    loadBalancerInfo: { targetGroupInfoList: [{ name: "account-portal" }] },
    blueGreenDeploymentConfiguration: {
      deploymentReadyOption: { actionOnTimeout: "STOP_DEPLOYMENT", waitTimeInMinutes: WAIT_MINUTES },
      terminateBlueInstancesOnDeploymentSuccess: { action: "KEEP_ALIVE" },
      greenFleetProvisioningOption: { action: "DISCOVER_EXISTING" },
    },
    targetInstances: {
      tagFilters: [{ Key: "Fleet", Value: "account-portal-green", Type: "KEY_AND_VALUE" }],
      autoScalingGroups: [],
    },
    revision: s3Revision("acme-release-artifacts", "account-portal/318.zip", "portal 318"),
    previousRevision: s3Revision("acme-release-artifacts", "account-portal/317.zip", "portal 317"),
  },
  moments: { installing: seconds(30), ready: minutes(13), gaveUp: doneMs },
  ...course,
});
