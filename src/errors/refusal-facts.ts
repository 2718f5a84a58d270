/** What AWS's words about a refusal name, as far as they do. */
export interface RefusalFacts {
  /** The role's name. */
  role?: string;
  /** The ARN of the deployment group or configuration that the action was refused on. */
  resource?: string;
}

const ROLE = /:assumed-role\/([\w+=,.@-]+)\//;
/** AWS's message ends in the resource and, mostly, why it was refused. `*` stands for one that does not exist. */
const RESOURCE =
  /on resource: (arn:aws(?:-[a-z-]+)?:codedeploy:[a-z0-9-]+:\d{12}:deployment(?:group|config):[\w+=,.@/-]+)(?: because | with |$)/;

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
