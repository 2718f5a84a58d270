import type { AppError } from "../../errors/app-error.ts";
import type { DeploymentRef } from "../../codedeploy/deployment/deployment.ts";

/** A failure as lines of text, for those who are asked for help: what was asked, and AWS's evidence. */
export function errorDetails(error: AppError, { region, deploymentId }: DeploymentRef): string {
  const lines: readonly (readonly [name: string, value: string | undefined])[] = [
    ["Deployment", deploymentId],
    ["Region", region],
    ["Failure", error.kind],
    ["AWS error", error.awsCode],
    ["AWS message", error.detail],
    ["Request id", error.requestId],
  ];
  return lines.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`])).join("\n");
}
