import { accountId } from "../account-id.ts";

/** What an IAM role lets its sessions do. `deny` wins over `allow`; `*` at the end of an action stands for anything. */
export interface Role {
  readonly name: string;
  readonly allow: readonly string[];
  readonly deny: readonly string[];
  /** The deployment groups it is narrowed to, as ARNs with `*`; for the actions that AWS lets be narrowed. */
  readonly resources: readonly string[];
  readonly sessionLastsMs?: number;
}

const readDeployments = [
  "codedeploy:GetDeployment",
  "codedeploy:ListDeploymentTargets",
  "codedeploy:BatchGetDeploymentTargets",
  "codedeploy:GetDeploymentConfig",
  "codedeploy:ListDeployments",
  "codedeploy:BatchGetDeployments",
];

/** The roles of the demo's two people: one reads everything, the other one application. */
export const readerRoleName = "DeploywatchReader";
export const checkoutRoleName = "DeploywatchCheckoutReader";

/** The role that the demo's guests take. */
export const guestRoleName = "DeploywatchGuest";

/** The IAM roles of the emulated account, by name. A change takes effect for sessions that are already running. */
export class Roles {
  readonly #roles = new Map<string, Role>();

  constructor() {
    this.set(guestRoleName, {});
    this.set(readerRoleName, {});
    this.set(checkoutRoleName, {
      resources: [`arn:aws:codedeploy:*:${accountId}:deploymentgroup:checkout-api/*`],
    });
  }

  /** Creates a role or replaces it. Without `allow` it may read deployments and nothing else. */
  set(name: string, permissions: Partial<Omit<Role, "name">>): Role {
    const role = { allow: readDeployments, deny: [], resources: ["*"], ...permissions, name };
    this.#roles.set(name, role);
    return role;
  }

  find(name: string): Role | undefined {
    return this.#roles.get(name);
  }

  /** Finds a role by its ARN; an ARN of another account is unknown here. */
  findByArn(arn: string): Role | undefined {
    const prefix = roleArn("");
    return arn.startsWith(prefix) ? this.find(arn.slice(prefix.length)) : undefined;
  }
}

/** The ARN of a role of the emulated account. */
export function roleArn(name: string): string {
  return `arn:aws:iam::${accountId}:role/${name}`;
}

/** Does one of the ARN patterns, in which `*` stands for anything, fit the resource? */
export function namesResource(patterns: readonly string[], resource: string): boolean {
  return patterns.some((pattern) => {
    const parts = pattern.split("*").map((part) => part.replace(/[$()+.?[\\\]^{|}]/g, "\\$&"));
    return new RegExp(`^${parts.join(".*")}$`).test(resource);
  });
}

/** Does one of the patterns name the action? */
export function namesAction(patterns: readonly string[], action: string): boolean {
  return patterns.some((pattern) =>
    pattern.endsWith("*") ? action.startsWith(pattern.slice(0, -1)) : pattern === action,
  );
}
