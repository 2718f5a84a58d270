import type {
  BatchGetDeploymentsOutput,
  DeploymentInfo,
  GetDeploymentOutput,
} from "@aws-sdk/client-codedeploy";
import { AwsError } from "../../access/aws-error.ts";
import type { Deployment } from "../../deployments/deployment.ts";
import { withoutText } from "../../timeline/revisions.ts";
import type { Wire } from "../../wire.ts";
import type { SignedCall } from "../signed-json-service.ts";
import { checkDeploymentId, requireDeployment } from "./codedeploy-call.ts";

/** CodeDeploy's GetDeployment. */
export function getDeployment(call: SignedCall): Wire<GetDeploymentOutput> {
  return { deploymentInfo: answered(requireDeployment(call)) };
}

const MOST_IDS = 25;

/** CodeDeploy's BatchGetDeployments. An id that names nothing is left out, which AWS does not document. */
export function batchGetDeployments(call: SignedCall): Wire<BatchGetDeploymentsOutput> {
  const { input, region, deployments } = call;
  const ids = input.texts("deploymentIds") ?? [];
  if (ids.length === 0) {
    throw new AwsError("DeploymentIdRequiredException", "At least one deployment ID must be specified.");
  }
  if (ids.length > MOST_IDS) {
    throw new AwsError("BatchLimitExceededException", `The maximum number of deployments is ${MOST_IDS}.`);
  }
  for (const id of ids) checkDeploymentId(id);
  return {
    deploymentsInfo: ids.flatMap((id) => {
      const deployment = deployments.find(id, region);
      return deployment ? [answered(deployment)] : [];
    }),
  };
}

function answered(deployment: Deployment): Wire<DeploymentInfo> {
  const { info } = deployment.snapshot();
  const { revision, previousRevision } = info;
  return {
    ...info,
    ...(revision && { revision: withoutText(revision) }),
    ...(previousRevision && { previousRevision: withoutText(previousRevision) }),
  };
}
