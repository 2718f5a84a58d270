import type { AwsService, Join } from "../aws-names/services.ts";
import { joinsOf } from "../aws-names/services.ts";
import type { Deployment, DeploymentRef } from "../codedeploy/deployment/deployment.ts";
import { keysOf } from "../values/look-up.ts";
import type { InputOf, Operations, ResultOf, Service } from "./service.ts";
import { actionOf } from "./service.ts";

/** What the doctor tries actions on: a deployment, and what earlier answers said about it. */
export interface Known extends DeploymentRef {
  deployment?: Deployment;
  targetId?: string;
}

/**
 * Whose role has a permission: of everybody who looks; of those who stop and continue deployments as well; of those who start
 * them as well. Each has what the one before has.
 */
export type PermissionRole = "reader" | "operator" | "deployer";

/** What an operation's IAM action is like. */
interface Permission<Input, Result> {
  role: PermissionRole;
  /**
   * The last part of the ARNs that a policy can narrow the action to, for example `deploymentgroup:*`. AWS lists no
   * resource type for some actions, `none`: these can be narrowed to Regions alone. So are those with `*`, because a narrower
   * policy would take away something that the page shows.
   *
   * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
   */
  resource: `${string}*` | "none";
  /**
   * The joins that ask it, where those are not all that ask its service. With one of them, everybody who looks needs it, whoever
   * needs it without. An action without a join is always needed in its role.
   */
  joins?: readonly Join[];
  /** The path of its requests, where its service is of AWS's REST protocol: the program of local mode knows it by that. */
  path?: RegExp;
  /** What the page does without when the action is refused. */
  without: string;
  /** An input that tries the action and changes nothing; `undefined` where it takes more than is known. */
  trial: (known: Known) => Input | undefined;
  /** What the answer adds to what is known. */
  learn?: (result: Result) => Partial<Known>;
  /**
   * Exceptions that only those get who have the permission, since AWS checks permissions before it looks into a
   * deployment. Everything else that goes wrong says nothing about permissions.
   */
  allowed?: readonly string[];
}

/** The IAM actions of a table of operations, one for each. */
type Permissions<Table extends Operations> = {
  readonly [Name in keyof Table]: Permission<InputOf<Table, Name>, ResultOf<Table, Name>>;
};

/** An IAM action that the app needs, of whichever service. */
export interface NeededPermission<Clients> extends Pick<
  Permission<never, never>,
  "role" | "resource" | "path" | "without" | "allowed"
> {
  readonly joins: readonly Join[];
  readonly service: AwsService;
  /** For example `codedeploy:GetDeployment`. */
  readonly action: string;
  /** Whether enough is known to try the action. */
  readonly isReady: (known: Known) => boolean;
  /** Tries the action and gives back what that adds to what is known. @throws AppError */
  readonly attempt: (clients: Clients, known: Known, signal: AbortSignal) => Promise<Partial<Known>>;
}

/** A service's permissions as part of the list of all. @param clientOf the service among its like */
export function neededPermissions<Table extends Operations, Clients>(
  service: AwsService,
  permissions: Permissions<Table>,
  clientOf: (clients: Clients) => Service<Table>,
): NeededPermission<Clients>[] {
  const needed = <Name extends string & keyof Table>(
    name: Name,
    {
      role,
      resource,
      joins = joinsOf(service),
      without,
      path,
      allowed,
      trial,
      learn,
    }: Permissions<Table>[Name] = permissions[name],
  ): NeededPermission<Clients> => ({
    service,
    action: actionOf(service, name),
    role,
    resource,
    joins,
    without,
    ...(path && { path }),
    ...(allowed && { allowed }),
    isReady: (known) => trial(known) !== undefined,
    attempt: async (clients, known, signal) => {
      const input = trial(known);
      if (input === undefined) return {};
      const client = clientOf(clients);
      const result = await client[name](input, signal);
      return learn?.(result) ?? {};
    },
  });
  return keysOf(permissions).map((name) => needed(name));
}
