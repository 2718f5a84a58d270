import { AwsError } from "../access/aws-error.ts";
import { authorize } from "../access/authorize.ts";
import { verifySignature } from "../access/verify-signature.ts";
import type { ReceivedRequest } from "../http/received-request.ts";
import type { EmulatorState } from "../state.ts";
import { batchGetDeployments } from "./batch-get-deployments.ts";
import { batchGetDeploymentTargets } from "./batch-get-deployment-targets.ts";
import type { CodeDeployCall, CodeDeployOperation } from "./codedeploy-call.ts";
import { getDeploymentConfig } from "./get-deployment-config.ts";
import { getDeployment } from "./get-deployment.ts";
import { JsonInput } from "./json-input.ts";
import { listDeployments } from "./list-deployments.ts";
import { listDeploymentTargets } from "./list-deployment-targets.ts";
import { resourceArns } from "./resource-arn.ts";

const operations: Readonly<Record<string, CodeDeployOperation>> = {
  GetDeployment: getDeployment,
  ListDeploymentTargets: listDeploymentTargets,
  BatchGetDeploymentTargets: batchGetDeploymentTargets,
  GetDeploymentConfig: getDeploymentConfig,
  ListDeployments: listDeployments,
  BatchGetDeployments: batchGetDeployments,
};

/**
 * Answers a request to CodeDeploy, checking in AWS's order: who is it, may they, is the input good.
 * @throws AwsError
 */
export async function answerCodeDeploy(
  state: EmulatorState,
  request: ReceivedRequest,
  operationName: string,
  clockOffsetMs: number,
): Promise<object> {
  const caller = await verifySignature(request, "codedeploy", state.credentials, state.now(), clockOffsetMs);
  const operation = operations[operationName];
  if (!operation) throw new AwsError("UnknownOperationException", "The operation is not known.");
  const call: CodeDeployCall = {
    input: new JsonInput(request.body),
    region: caller.region,
    deployments: state.deployments,
  };
  for (const resource of resourceArns(call)) {
    authorize(caller.credentials.session, state.roles, `codedeploy:${operationName}`, resource);
  }
  return operation(call);
}
