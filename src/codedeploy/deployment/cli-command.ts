import type { DeploymentRef } from "./deployment.ts";

/** What a POSIX shell takes as it stands. */
const PLAIN = /^[\w@%+=:,./-]+$/;

/** The AWS CLI command that asks for the same answer, quoted for a POSIX shell. */
export function getDeploymentCommand({ region, deploymentId }: DeploymentRef): string {
  return `aws deploy get-deployment --deployment-id ${quote(deploymentId)} --region ${quote(region)}`;
}

function quote(text: string): string {
  return PLAIN.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
