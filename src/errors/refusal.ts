import { ARN_START } from "../aws-names/partitions.ts";
import type { AppError } from "./app-error.ts";

/**
 * The refusals of Cognito identity pools: guests are not admitted; the classic flow is off; the pool does not exist.
 * CodeDeploy and STS have no exceptions of these names.
 */
const COGNITO: ReadonlySet<string> = new Set([
  "NotAuthorizedException",
  "InvalidParameterException",
  "ResourceNotFoundException",
]);

/**
 * Which service refused access, by the exception type that is its own: on the way to CodeDeploy, Cognito and STS
 * give the credentials first.
 */
export function refusedBy({
  action,
  awsCode,
}: Pick<AppError, "action" | "awsCode">): "cognito" | "sts" | "codedeploy" {
  if (COGNITO.has(awsCode ?? "")) return "cognito";
  return action?.startsWith("sts:") ? "sts" : "codedeploy";
}

/** What AWS's words about a refusal name, as far as they do. */
export interface RefusalFacts {
  /** The role's name. */
  role?: string;
  /** The ARN of the deployment group or configuration that the action was refused on. */
  resource?: string;
}

const ROLE = /:assumed-role\/([\w+=,.@-]+)\//;
/** AWS's message ends in the resource and, mostly, why it was refused. `*` stands for one that does not exist. */
const RESOURCE = new RegExp(
  String.raw`on resource: (${ARN_START}:codedeploy:[a-z0-9-]+:\d{12}:deployment(?:group|config):[\w+=,.@/-]+)(?: because | with |$)`,
);

/**
 * Reads AWS's message about a refusal: `User: arn:aws:sts::…:assumed-role/Reader/x is not authorized to perform:
 * codedeploy:GetDeployment on resource: arn:… because …`. Only what is well-formed is taken from it.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function refusalFacts(message = ""): RefusalFacts {
  const role = ROLE.exec(message)?.[1];
  const resource = RESOURCE.exec(message)?.[1];
  return { ...(role !== undefined && { role }), ...(resource !== undefined && { resource }) };
}
