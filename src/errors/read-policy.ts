import type { AppError } from "./app-error.ts";
import { isExplicitDenial, isMissingPermission, refusalFacts } from "./refusal.ts";

type Refusal = Pick<AppError, "kind" | "action" | "detail">;

const ACTION = /^[a-z-]+:[A-Za-z]+$/;

/**
 * The IAM policy that would have allowed what AWS refused, as JSON to copy: for the resource that AWS's message names,
 * else for all of the Region, in the form that holds for actions without a resource type, too. `undefined` when a policy of
 * the role is not what is missing.
 *
 * @param all the ARN of all that the action could be narrowed to in the Region, where that is known
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function readPolicy(error: Refusal, region: string, all?: string): string | undefined {
  const { action = "", detail } = error;
  if (!isMissingPermission(error) || !ACTION.test(action) || isExplicitDenial(detail)) return undefined;
  const { resource = all } = refusalFacts(detail);
  const where =
    resource === undefined
      ? { Resource: "*", Condition: { StringEquals: { "aws:RequestedRegion": region } } }
      : { Resource: resource };
  return JSON.stringify(
    { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, ...where }] },
    null,
    2,
  );
}
