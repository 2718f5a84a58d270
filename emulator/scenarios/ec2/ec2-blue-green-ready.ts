import { BLUE_GREEN_FACTS } from "../../timeline/facts.ts";
import { minutes, seconds } from "../../timeline/duration.ts";
import { blueGreenFleets } from "../../timeline/ec2-blue-green-fleets.ts";
import { play } from "../../timeline/play.ts";
import { s3Revision } from "../../timeline/revisions.ts";

const installMs = seconds(12);
const WAIT_MINUTES = 60;
const readyMs = seconds(75);
const givenUpMs = readyMs + minutes(WAIT_MINUTES);
const fleets = blueGreenFleets({ seed: "account-portal prod", size: 2, installMs, givenUpMs });

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
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: seconds(4), status: "InProgress", hasTargets: false },
    { fromMs: installMs, status: "InProgress" },
    { fromMs: readyMs, status: "Ready" },
    {
      fromMs: givenUpMs,
      status: "Stopped",
      facts: {
        errorInformation: {
          code: "TIMEOUT",
          message:
            "The deployment was stopped because traffic was not rerouted to the replacement environment within the wait time.",
        },
        rollbackInfo: {},
      },
    },
  ],
  moments: { installing: seconds(30), ready: minutes(13), gaveUp: givenUpMs },
  targets: fleets.targets,
});
