import { BLUE_GREEN_FACTS, terminateAfter } from "../../timeline/facts.ts";
import { seconds } from "../../timeline/duration.ts";
import { blueGreenRun } from "../../timeline/ec2-blue-green-run.ts";
import { play } from "../../timeline/play.ts";
import { gitHubRevision } from "../../timeline/revisions.ts";

const provisionedMs = seconds(95);
const WAIT_MINUTES = 3;
const { reroutedMs, doneMs, ...course } = blueGreenRun({
  seed: "storefront-web prod",
  size: 3,
  provisionedMs,
  provisionedFacts: ({ deploymentId }) => ({
    targetInstances: { tagFilters: [], autoScalingGroups: [`CodeDeploy_prod_${deploymentId}`] },
  }),
  installMs: provisionedMs + seconds(4),
  reroute: { atMs: provisionedMs + seconds(60) },
  terminationMinutes: WAIT_MINUTES,
});

/** A whole EC2 blue/green deployment, from the new Auto Scaling group to the end of the old one. */
export const ec2BlueGreen = play({
  name: "ec2-blue-green",
  description:
    "EC2 blue/green: a new Auto Scaling group is provisioned, installed and given the traffic, and the old one terminated after a wait.",
  guess:
    "That no target is listed while the Auto Scaling group is built: only that there are no counts then has been reported.",
  computePlatform: "Server",
  facts: ({ deploymentId }) => ({
    ...BLUE_GREEN_FACTS,
    applicationName: "storefront-web",
    deploymentGroupName: "prod",
    deploymentConfigName: "CodeDeployDefault.AllAtOnce",
    description: "Winter theme",
    autoRollbackConfiguration: {
      enabled: true,
      events: ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_REQUEST"],
    },
    loadBalancerInfo: { elbInfoList: [{ name: "storefront-web-prod" }] },
    blueGreenDeploymentConfiguration: {
      ...terminateAfter(WAIT_MINUTES),
      greenFleetProvisioningOption: { action: "COPY_AUTO_SCALING_GROUP" },
    },
    revision: gitHubRevision("acme-shop/storefront-web", `${deploymentId} new`),
    previousRevision: gitHubRevision("acme-shop/storefront-web", `${deploymentId} previous`),
  }),
  moments: {
    provisioning: seconds(40),
    installing: provisionedMs + seconds(25),
    rerouting: provisionedMs + seconds(70),
    terminationWait: reroutedMs + seconds(30),
    done: doneMs,
  },
  ...course,
});
