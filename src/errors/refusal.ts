import { ARN_START } from "../aws-names/partitions.ts";
import { awsServices } from "../aws-names/services.ts";
import { lookUp } from "../values/look-up.ts";
import type { AppError } from "./app-error.ts";

/** The IAM prefix of the service that refused an action; CodeDeploy's where no action is known. */
export function refusedBy(action = "codedeploy:"): string {
  return action.slice(0, action.indexOf(":"));
}

/** Whether the role that the page uses lacks a permission, rather than the page any credentials. */
export function isMissingPermission({ kind, action }: Pick<AppError, "kind" | "action">): boolean {
  return kind === "access-denied" && lookUp(awsServices, refusedBy(action))?.regions === "deployments";
}

/** What AWS's words about a refusal name, as far as they do. */
export interface RefusalFacts {
  /** The role's name. */
  role?: string;
  /** The ARN of what the action was refused on, for example a deployment group. */
  resource?: string;
}

const ROLE = /:assumed-role\/([\w+=,.@-]+)\//;
/** AWS's message ends in the resource and, mostly, why it was refused. `*` stands for one that does not exist. */
const RESOURCE = new RegExp(
  String.raw`on resource: (${ARN_START}:[a-z-]+:[a-z0-9-]+:\d{12}:[\w+=,.@:/-]+)(?: because | with |$)`,
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

/**
 * Whether a policy denies what was refused, rather than none allowing it: one more that allows it changes nothing.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function isExplicitDenial(message = ""): boolean {
  return /with an explicit deny\b/.test(message);
}

/** What to do about a permission that is missing. */
export function permissionStep(message: string | undefined): string {
  return isExplicitDenial(message)
    ? "A policy denies it explicitly, and one that allows it changes nothing. Ask whoever manages that role or the account."
    : "Ask whoever manages that role to allow it in its policy.";
}
