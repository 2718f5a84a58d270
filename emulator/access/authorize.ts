import { accountId } from "../account-id.ts";
import { AwsError } from "./aws-error.ts";
import type { Session } from "./credential-store.ts";
import { namesAction, type Roles } from "./roles.ts";

/**
 * Lets a session do an action or refuses it in AWS's words.
 * @throws AwsError AccessDeniedException
 */
export function authorize(session: Session, roles: Roles, action: string, resource: string): void {
  const role = roles.find(session.roleName);
  const because = reasonToDeny(session, role?.allow ?? [], role?.deny ?? [], action);
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
  allow: readonly string[],
  deny: readonly string[],
  action: string,
): string | undefined {
  if (namesAction(deny, action)) return "with an explicit deny in an identity-based policy";
  if (session.hasGuestSessionPolicy) return `because no session policy allows the ${action} action`;
  if (!namesAction(allow, action)) return `because no identity-based policy allows the ${action} action`;
  return undefined;
}
