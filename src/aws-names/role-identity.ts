import type { CallerIdentity } from "./caller-identity.ts";
import { ROLE_ARN } from "./role-arn.ts";

/** The account and the name of the role that an ARN names, without the role's path. */
export function roleIdentity(roleArn: string): CallerIdentity {
  if (!ROLE_ARN.test(roleArn)) return { account: "", role: roleArn };
  return { account: roleArn.split(":")[4] ?? "", role: roleArn.slice(roleArn.lastIndexOf("/") + 1) };
}
