import { partitionOf } from "../aws-names/partitions.ts";
import type { AppError } from "./app-error.ts";
import { refusalFacts, refusedBy } from "./refusal.ts";

type Refusal = Pick<AppError, "kind" | "action" | "awsCode" | "detail">;

const CODEDEPLOY_ACTION = /^codedeploy:[A-Za-z]+$/;

/**
 * The IAM policy that would have allowed what CodeDeploy refused, as JSON to copy: for the deployment group that
 * AWS's message names, else for all of the Region. `undefined` when a policy of the role is not what is missing.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscodedeploy.html
 */
export function readPolicy(error: Refusal, region: string): string | undefined {
  const { action = "", detail = "" } = error;
  if (error.kind !== "access-denied" || refusedBy(error) !== "codedeploy") return undefined;
  if (!CODEDEPLOY_ACTION.test(action)) return undefined;
  const resource =
    refusalFacts(detail).resource ?? `arn:${partitionOf(region).id}:codedeploy:${region}:*:deploymentgroup:*`;
  return JSON.stringify(
    { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, Resource: resource }] },
    null,
    2,
  );
}
