import type { DeploymentInfo, StopDeploymentOutput } from "@aws-sdk/client-codedeploy";
import { AwsError } from "../../access/aws-error.ts";
import { runningSteps } from "../../timeline/actions/stop.ts";
import type { Wire } from "../../wire.ts";
import type { SignedCall } from "../signed-json-service.ts";
import { isOver, requireDeployment, requireNotOver } from "./codedeploy-call.ts";

/**
 * CodeDeploy's StopDeployment. Without `autoRollbackEnabled` the deployment's own configuration decides, which AWS does not
 * document. A deployment that somebody has stopped already is not stopped a second time.
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_StopDeployment.html
 */
export function stopDeployment(call: SignedCall): Wire<StopDeploymentOutput> {
  const deployment = requireDeployment(call);
  const rollsBack = call.input.flag("autoRollbackEnabled");
  const { info } = deployment.snapshot();
  if (deployment.actions.some(({ kind }) => kind === "stop")) {
    return isOver(info) ? STOPPED : STOPPING;
  }
  requireNotOver(info);
  const { play } = deployment.scenario;
  if (!play || info.externalId !== undefined) {
    throw new AwsError(
      "UnsupportedActionForDeploymentTypeException",
      `The deployment ${deployment.id} cannot be stopped: it is managed by CloudFormation.`,
    );
  }
  const isPending = runningSteps(play, deployment.snapshot(), deployment.atMs).length > 0;
  call.deployments.act(deployment, { kind: "stop", rollsBack: rollsBack ?? rollsBackOnRequest(info) });
  return isPending ? STOPPING : STOPPED;
}

const MESSAGE = "No more commands will be scheduled for execution in the deployment instances";
const STOPPED: Wire<StopDeploymentOutput> = { status: "Succeeded", statusMessage: MESSAGE };
const STOPPING: Wire<StopDeploymentOutput> = { status: "Pending", statusMessage: MESSAGE };

function rollsBackOnRequest({ autoRollbackConfiguration = {} }: Wire<DeploymentInfo>): boolean {
  const { enabled = false, events = [] } = autoRollbackConfiguration;
  return enabled && events.includes("DEPLOYMENT_STOP_ON_REQUEST");
}
