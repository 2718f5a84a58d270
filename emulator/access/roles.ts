import { ACCOUNT_ID } from "../account-id.ts";
import { AwsError } from "./aws-error.ts";
import type { Session } from "./credential-store.ts";
import { callerArn } from "./credential-store.ts";
import {
  CHECKOUT_ROLE_NAME,
  DEPLOYER_ROLE_NAME,
  DEMO_IDENTITY_POOL_ID,
  DEMO_SIGN_IN_POOL_ID,
  GUEST_ROLE_NAME,
  OPERATOR_ROLE_NAME,
  READER_ROLE_NAME,
} from "./demo-account.ts";

/** What an IAM role lets its sessions do. `deny` wins over `allow`; `*` in an action stands for anything. */
export interface Role {
  readonly name: string;
  readonly allow: readonly string[];
  readonly deny: readonly string[];
  /** The deployment groups it is narrowed to, as ARNs with `*`; for the actions that AWS lets be narrowed. */
  readonly resources: readonly string[];
  /** Its trust policy: who may take it. */
  readonly trusts: readonly TrustedIdentities[];
  /** Set where whoever in the account may do so may take it as well, by AssumeRole. */
  readonly trustsAccount?: boolean;
  /** The code that AssumeRole wants besides, as a device for multi-factor authentication would show it. */
  readonly mfaCode?: string;
  /** The longest session that may be asked for. */
  readonly maxSessionSeconds: number;
  /** How long its sessions last whatever is asked for, so that a test sees one end. */
  readonly sessionLastsMs?: number;
}

/** Identities of one pool: those of guests, or those of people who have signed in. */
export interface TrustedIdentities {
  readonly identityPoolId: string;
  /** The first of the token's authentication methods, as in the condition `cognito-identity.amazonaws.com:amr`. */
  readonly amr: "authenticated" | "unauthenticated";
}

/** What a role may do that is given no permissions: read, in every service. */
const READ = ["*:Get*", "*:List*", "*:BatchGet*", "*:Describe*", "logs:FilterLogEvents"];

/** What the template's operators may besides, and its deployers. */
const OPERATE = [...READ, "codedeploy:StopDeployment", "codedeploy:ContinueDeployment"];
const DEPLOY = [...OPERATE, "codedeploy:CreateDeployment", "codedeploy:RegisterApplicationRevision"];

/** AWS's own maximum of a role that is given none. */
const USUAL_SESSION_SECONDS = 3600;

const GUESTS: TrustedIdentities = { identityPoolId: DEMO_IDENTITY_POOL_ID, amr: "unauthenticated" };
const SIGNED_IN: TrustedIdentities = { identityPoolId: DEMO_SIGN_IN_POOL_ID, amr: "authenticated" };

/** The IAM roles of the emulated account, by name. A change takes effect for sessions that are already running. */
export class Roles {
  readonly #roles = new Map<string, Role>();

  constructor() {
    this.set(GUEST_ROLE_NAME, { trusts: [GUESTS] });
    this.set(READER_ROLE_NAME, { trusts: [SIGNED_IN] });
    this.set(OPERATOR_ROLE_NAME, { trusts: [SIGNED_IN], allow: OPERATE });
    this.set(DEPLOYER_ROLE_NAME, { trusts: [SIGNED_IN], allow: DEPLOY });
    this.set(CHECKOUT_ROLE_NAME, {
      trusts: [SIGNED_IN],
      resources: [`arn:aws:codedeploy:*:${ACCOUNT_ID}:deploymentgroup:checkout-api/*`],
    });
  }

  /**
   * Creates a role or replaces it. Without `allow` it may read and nothing else. Whom it trusts stays as
   * it was unless that is told, too; a new role trusts nobody.
   */
  set(name: string, settings: Partial<Omit<Role, "name">>): Role {
    const role = {
      allow: READ,
      deny: [],
      resources: ["*"],
      trusts: this.find(name)?.trusts ?? [],
      maxSessionSeconds: USUAL_SESSION_SECONDS,
      ...settings,
      name,
    };
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

/** Does a role's trust policy let such an identity take it? */
export function isTrusted({ trusts }: Role, { identityPoolId, amr }: TrustedIdentities): boolean {
  return trusts.some((trusted) => trusted.identityPoolId === identityPoolId && trusted.amr === amr);
}

/** The ARN of a role of the emulated account. */
export function roleArn(name: string): string {
  return `arn:aws:iam::${ACCOUNT_ID}:role/${name}`;
}

/** Does one of the patterns, in which `*` stands for anything, fit an action or the ARN of a resource? */
function fits(patterns: readonly string[], text: string): boolean {
  return patterns.some((pattern) => {
    const parts = pattern.split("*").map((part) => part.replace(/[$()+.?[\\\]^{|}]/g, "\\$&"));
    return new RegExp(`^${parts.join(".*")}$`).test(text);
  });
}

/** What a session wants to do. */
interface WantedAction {
  /** Such as `codedeploy:GetDeployment`. */
  readonly action: string;
  readonly resource: string;
  /** Does AWS let a policy narrow the action to resources? */
  readonly canBeNarrowed: boolean;
}

/**
 * Lets a session do an action or refuses it in AWS's words.
 * @throws AwsError AccessDeniedException
 */
export function authorize(session: Session, roles: Roles, wanted: WantedAction): void {
  const { action, resource } = wanted;
  const role = roles.find(session.roleName);
  const because = reasonToDeny(session, role, wanted);
  if (because) {
    throw new AwsError(
      "AccessDeniedException",
      `User: ${callerArn(session)} is not authorized to perform: ${action} on resource: ${resource} ${because}`,
    );
  }
}

/**
 * Lets a session do what one of some actions is enough for, none of which can be narrowed to deployment groups.
 * @throws AwsError AccessDeniedException that names the first of them
 */
export function authorizeAny(
  session: Session,
  roles: Roles,
  actions: readonly string[],
  resource: string,
): void {
  const role = roles.find(session.roleName);
  const [first, ...others] = actions.map((action) => ({ action, resource, canBeNarrowed: false }));
  const isAllowed = others.some((wanted) => reasonToDeny(session, role, wanted) === undefined);
  if (first && !isAllowed) authorize(session, roles, first);
}

/** Whether a session may do an action. */
export function may(session: Session, roles: Roles, wanted: WantedAction): boolean {
  return reasonToDeny(session, roles.find(session.roleName), wanted) === undefined;
}

function reasonToDeny(
  session: Session,
  role: Role | undefined,
  { action, resource, canBeNarrowed }: WantedAction,
): string | undefined {
  if (fits(role?.deny ?? [], action)) return "with an explicit deny in an identity-based policy";
  if (session.hasGuestSessionPolicy) return `because no session policy allows the ${action} action`;
  const isAllowed =
    fits(role?.allow ?? [], action) && (!canBeNarrowed || fits(role?.resources ?? [], resource));
  return isAllowed ? undefined : `because no identity-based policy allows the ${action} action`;
}
