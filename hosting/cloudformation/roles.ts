import type { CfnCondition, IResolvable, Stack } from "aws-cdk-lib";
import { Aws, Fn } from "aws-cdk-lib";
import * as cognito from "aws-cdk-lib/aws-cognito";
import * as iam from "aws-cdk-lib/aws-iam";
import type { Conditions, Parameters } from "./parameters.ts";
import type { ActingRole, Statement } from "./permissions.ts";
import { ACTING, accountStatement, actStatements, joinStatements, readStatements } from "./permissions.ts";
import type { SignIn } from "./sign-in.ts";

/** What a role that acts is called in the template. */
export const ROLE_IDS: Readonly<Record<ActingRole, string>> = {
  operator: "OperatorRole",
  deployer: "DeployerRole",
};

/** What the group of each role that acts is called in the template. */
export const GROUP_IDS: Readonly<Record<ActingRole, string>> = {
  operator: "Operators",
  deployer: "Deployers",
};

/** The user pool's group for each role that acts. Who is in both gets the role of the one with the lower precedence. */
const GROUPS: Readonly<Record<ActingRole, { name: string; description: string; precedence: number }>> = {
  operator: {
    name: "operators",
    description: "May stop and continue deployments.",
    precedence: 2,
  },
  deployer: {
    name: "deployers",
    description: "May stop, continue and create deployments.",
    precedence: 1,
  },
};

/**
 * Adds the role of everybody who has signed in, which reads what the parameters name. With the parameter `Actions` it adds the
 * roles that act as well, each with a group of the stack's own user pool, whose members get it: the group puts its role into
 * the ID token, and the identity pool gives the role that the token names, and no other. The classic flow, in which whoever
 * has signed in could name a role, is off.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscodedeploy.html
 */
export function addRoles(
  stack: Stack,
  parameters: Parameters,
  conditions: Conditions,
  { identityPool }: SignIn,
): void {
  const reading = [
    ...readStatements(parameters),
    accountStatement(parameters, conditions),
    ...joinStatements(parameters, conditions),
  ];
  const reader = addRole(stack, "ReaderRole", identityPool, reading);
  for (const role of ACTING) addActingRole(stack, role, parameters, conditions.canAct, identityPool, reading);
  new cognito.CfnIdentityPoolRoleAttachment(stack, "IdentityPoolRoles", {
    identityPoolId: identityPool.ref,
    roles: { authenticated: reader.attrArn },
    roleMappings: Fn.conditionIf(
      conditions.canAct.logicalId,
      {
        UserPool: {
          IdentityProvider: `cognito-idp.${Aws.REGION}.amazonaws.com/${Fn.ref("UserPool")}:${Fn.ref("UserPoolClient")}`,
          Type: "Token",
          AmbiguousRoleResolution: "AuthenticatedRole",
        },
      },
      Aws.NO_VALUE,
    ),
  });
}

function addActingRole(
  stack: Stack,
  role: ActingRole,
  parameters: Parameters,
  condition: CfnCondition,
  identityPool: cognito.CfnIdentityPool,
  reading: readonly (Statement | IResolvable)[],
): void {
  const { name, description, precedence } = GROUPS[role];
  const acting = addRole(stack, ROLE_IDS[role], identityPool, [
    ...reading,
    ...actStatements(role, parameters),
  ]);
  const group = new cognito.CfnUserPoolGroup(stack, GROUP_IDS[role], {
    userPoolId: Fn.ref("UserPool"),
    groupName: name,
    description,
    precedence,
    roleArn: acting.attrArn,
  });
  for (const resource of [acting, group]) resource.cfnOptions.condition = condition;
}

function addRole(
  stack: Stack,
  id: string,
  identityPool: cognito.CfnIdentityPool,
  statements: (Statement | IResolvable)[],
): iam.CfnRole {
  return new iam.CfnRole(stack, id, {
    assumeRolePolicyDocument: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Federated: "cognito-identity.amazonaws.com" },
          Action: ["sts:AssumeRoleWithWebIdentity"],
          Condition: {
            StringEquals: { "cognito-identity.amazonaws.com:aud": identityPool.ref },
            "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" },
          },
        },
      ],
    },
    policies: [
      { policyName: "Deploywatch", policyDocument: { Version: "2012-10-17", Statement: statements } },
    ],
  });
}
