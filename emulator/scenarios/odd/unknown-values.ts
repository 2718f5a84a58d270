import type { DeploymentInfo } from "@aws-sdk/client-codedeploy";
import type { Scenario } from "../../timeline/scenario.ts";
import type { Wire } from "../../wire.ts";
import { outsideTheModel, wireTime } from "../../wire.ts";

const strangers = outsideTheModel<Wire<DeploymentInfo>>({
  status: "Paused",
  creator: "EventBridgeScheduler",
  computePlatform: "EKS",
  fileExistsBehavior: "MERGE",
  deploymentStyle: { deploymentType: "ROLLING", deploymentOption: "WITH_MESH" },
  errorInformation: { code: "UNABLE_TO_SEND_ASG", message: "The Auto Scaling hook could not be sent." },
  autoRollbackConfiguration: { enabled: true, events: ["DEPLOYMENT_PAUSED"] },
  revision: {
    revisionType: "OCI",
    ociLocation: { registry: "public.ecr.aws/acme", digest: "sha256:5f70bf18a086" },
  },
  deploymentOverview: { Pending: 1, InProgress: 2, Succeeded: 3, Failed: 0, Skipped: 0, Ready: 0, Paused: 4 },
  pauseInfo: { reason: "Change freeze", until: "2031-01-02T00:00:00Z", approvers: ["ops", "release"] },
});

/** An answer of an AWS that has moved on. */
export const unknownValues: Scenario = {
  name: "unknown-values",
  description: "A status, enum values and a member that nobody has seen yet.",
  computePlatform: "Server",
  lengthMs: 0,
  moments: {},
  partners: {},
  at: (_atMs, { deploymentId, createdAtMs }) => ({
    info: {
      applicationName: "time-traveller",
      deploymentGroupName: "future",
      deploymentConfigName: "CodeDeployDefault.WhenTheMoonIsFull",
      deploymentId,
      createTime: wireTime(createdAtMs),
      ...strangers,
    },
    targets: [],
  }),
};
