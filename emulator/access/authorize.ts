import { accountId } from "../account-id.ts";
import { AwsError } from "./aws-error.ts";
import type { Session } from "./credential-store.ts";
import { namesAction, namesResource, type Role, type Roles } from "./roles.ts";

/** The actions that AWS lets a policy narrow to deployment groups. */
const groupActions: ReadonlySet<string> = new Set([
  "codedeploy:GetDeployment",
  "codedeploy:ListDeployments",
  "codedeploy:BatchGetDeployments",
]);

/**
 * Lets a session do an action or refuses it in AWS's words.
 * @throws AwsError AccessDeniedException
 */
export function authorize(session: Session, roles: Roles, action: string, resource: string): void {
  const role = roles.find(session.roleName);
  const because = reasonToDeny(session, role, action, resource);
  if (because) {
    const user = `arn:aws:sts::${accountId}:assumed-role/${session.roleName}/${session.sessionName}`;
    throw new AwsError(
      "AccessDeniedException",
      `User: ${user} is not authorized to perform: ${action} on resource: ${resource} ${because}`,
    );
  }
}

function reasonToDeny(
  session: Session,
  role: Role | undefined,
  action: string,
  resource: string,
): string | undefined {
  if (namesAction(role?.deny ?? [], action)) return "with an explicit deny in an identity-based policy";
  if (session.hasGuestSessionPolicy) return `because no session policy allows the ${action} action`;
  const isAllowed =
    namesAction(role?.allow ?? [], action) &&
    (!groupActions.has(action) || namesResource(role?.resources ?? [], resource));
  return isAllowed ? undefined : `because no identity-based policy allows the ${action} action`;
}
