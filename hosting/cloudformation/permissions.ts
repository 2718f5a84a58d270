import type { IResolvable } from "aws-cdk-lib";
import { Aws, Fn } from "aws-cdk-lib";
import { JOINS } from "../../src/aws-names/services.ts";
import { permissions } from "../../src/aws/permissions.ts";
import type { Conditions, Parameters } from "./parameters.ts";
import { regionsOf } from "./parameters.ts";

/** A statement of an IAM policy, in its own JSON. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: "Allow";
  readonly Action: readonly string[];
  readonly Resource: unknown;
  readonly Condition?: object;
}

/** What everybody who looks is allowed. */
const reading = permissions.filter(({ role, joins }) => role === "reader" && joins.length === 0);

/** What everybody who looks is allowed with all joins. */
export const readable = permissions.filter(({ role, joins }) => role === "reader" || joins.length > 0);

/** What the parameter `DeploymentGroupArns` narrows. */
const GROUPS = "deploymentgroup:*";

/** The statements that let a role read all that the app asks for, of every service: one for each kind of resource. */
export function readStatements(parameters: Parameters): Statement[] {
  return [
    {
      Sid: "ReadDeployments",
      Effect: "Allow",
      Action: actionsOn(GROUPS),
      Resource: parameters.deploymentGroupArns.valueAsList,
    },
    {
      Sid: "ReadInRegions",
      Effect: "Allow",
      Action: actionsOn("none"),
      Resource: "*",
      Condition: inRegions(parameters),
    },
    ...otherResources(reading).map(({ service, resource }) => ({
      Sid: `Read${capitalized(service)}${capitalized(resource)}`,
      Effect: "Allow" as const,
      Action: actionsOn(resource, service),
      Resource: arnOf(service, resource),
    })),
  ];
}

/**
 * The statement that lets a role list the deployments of all the account, where it may see those of every group: no ARN of a group covers
 * that list.
 *
 * @returns what belongs into a policy's list of statements
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/auth-and-access-control-permissions-reference.html
 */
export function accountStatement(parameters: Parameters, { seesAllGroups }: Conditions): IResolvable {
  const statement: Statement = {
    Sid: "ListDeploymentsOfAccount",
    Effect: "Allow",
    Action: ["codedeploy:ListDeployments"],
    Resource: "*",
    Condition: inRegions(parameters),
  };
  return Fn.conditionIf(seesAllGroups.logicalId, statement, Aws.NO_VALUE);
}

/**
 * The statements of each join, which stand in a role where the join's parameter says so.
 *
 * @returns what belongs into a policy's list of statements
 */
export function joinStatements(parameters: Parameters, conditions: Conditions): IResolvable[] {
  return JOINS.flatMap((join) => {
    const needed = permissions.filter(({ joins }) => joins.includes(join));
    return statementsOf(`Join${capitalized(join)}`, needed, parameters).map((statement) =>
      Fn.conditionIf(conditions.joins[join].logicalId, statement, Aws.NO_VALUE),
    );
  });
}

/** Whose role has what the app does, and not only reads: those alone for whose like there is an operation. */
export const ACTING = (["operator", "deployer"] as const).filter((role) =>
  permissions.some((permission) => permission.role === role),
);
export type ActingRole = (typeof ACTING)[number];

const SIDS: Readonly<Record<ActingRole, string>> = { operator: "Operate", deployer: "Deploy" };

/** What a role may besides reading: its own actions, and those of the roles before it. */
export function actionsOf(role: ActingRole): typeof permissions {
  const included: ReadonlySet<string> = new Set(ACTING.slice(0, ACTING.indexOf(role) + 1));
  return permissions.filter((permission) => included.has(permission.role));
}

/** The statements that let a role act, besides those that let it read: one for each kind of resource. */
export function actStatements(role: ActingRole, parameters: Parameters): Statement[] {
  return ACTING.slice(0, ACTING.indexOf(role) + 1).flatMap((each) => {
    const own = permissions.filter((permission) => permission.role === each);
    return statementsOf(SIDS[each], own, parameters);
  });
}

/** The statements for some permissions, with ids that begin with a name: one for each kind of resource. */
function statementsOf(name: string, needed: typeof permissions, parameters: Parameters): Statement[] {
  const on = (isOf: (permission: (typeof needed)[number]) => boolean) =>
    needed.filter((permission) => isOf(permission)).map(({ action }) => action);
  const statements: Statement[] = [
    {
      Sid: `${name}OfGroups`,
      Effect: "Allow",
      Action: on(({ resource }) => resource === GROUPS),
      Resource: parameters.deploymentGroupArns.valueAsList,
    },
    {
      Sid: `${name}InRegions`,
      Effect: "Allow",
      Action: on(({ resource }) => resource === "none" || resource === "*"),
      Resource: "*",
      Condition: inRegions(parameters),
    },
    ...otherResources(needed).map(({ service, resource }) => ({
      Sid: `${name}${capitalized(resource)}`,
      Effect: "Allow" as const,
      Action: on((permission) => permission.service === service && permission.resource === resource),
      Resource: arnOf(service, resource),
    })),
  ];
  return statements.filter(({ Action }) => Action.length > 0);
}

/** Narrows an action to the Regions that the parameters name. */
function inRegions(parameters: Parameters): object {
  return { StringEquals: { "aws:RequestedRegion": regionsOf(parameters) } };
}

/** The kinds of resource that a role may read all of in the account, each once. */
export function otherResources(
  of: readonly (typeof permissions)[number][],
): { service: string; resource: string }[] {
  const arns = of
    .filter(({ resource }) => resource !== GROUPS && resource !== "none" && resource !== "*")
    .map(({ service, resource }) => [`${service}:${resource}`, { service, resource }] as const);
  return [...new Map(arns).values()];
}

function arnOf(service: string, resource: string): string {
  return `arn:${Aws.PARTITION}:${service}:*:${Aws.ACCOUNT_ID}:${resource}`;
}

function actionsOn(wanted: string, from?: string): string[] {
  return reading
    .filter(({ resource, service }) => resource === wanted && service === (from ?? service))
    .map(({ action }) => action);
}

/** As a part of a statement's id, which has letters and digits only. */
function capitalized(text: string): string {
  return text.replaceAll(/\W*(\w?)(\w*)\W*/g, (_, first: string, rest: string) => first.toUpperCase() + rest);
}
