import type { CodeDeployClient } from "@aws-sdk/client-codedeploy";
import { GetDeploymentCommand } from "@aws-sdk/client-codedeploy";
import { AppError } from "../../errors/app-error.ts";
import type { DeploymentAnswer, DeploymentRef, Json } from "../../codedeploy/deployment/deployment.ts";
import { captureBody, toPlain } from "../answers.ts";

/**
 * One GetDeployment request. An answer without `deploymentInfo`, or with a list in its place, which the SDK takes for success,
 * is malformed.
 *
 * @param client reads the body into memory, as `boundAnswers` makes it
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_GetDeployment.html
 */
export async function getDeployment(
  client: CodeDeployClient,
  { deploymentId }: DeploymentRef,
  signal: AbortSignal,
): Promise<DeploymentAnswer> {
  const command = new GetDeploymentCommand({ deploymentId });
  const body = captureBody(command);
  const { deploymentInfo } = await client.send(command, { abortSignal: signal });
  const raw = body.json();
  if (!deploymentInfo || !holdsInfo(raw)) {
    throw new AppError("malformed", { detail: "The answer holds no deploymentInfo." });
  }
  return { deployment: toPlain(deploymentInfo), raw };
}

function holdsInfo(raw: Json): boolean {
  return (
    typeof raw === "object" &&
    raw !== null &&
    "deploymentInfo" in raw &&
    !Array.isArray(raw["deploymentInfo"])
  );
}
