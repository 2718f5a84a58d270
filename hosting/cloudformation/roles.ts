import type { IResolvable, Stack } from "aws-cdk-lib";
import { Aws, Fn } from "aws-cdk-lib";
import * as cognito from "aws-cdk-lib/aws-cognito";
import * as iam from "aws-cdk-lib/aws-iam";
import type { Conditions, Parameters } from "./parameters.ts";
import type { Statement } from "./permissions.ts";
import { inRegions, joinStatements, readStatements } from "./permissions.ts";
import type { SignIn } from "./sign-in.ts";

/**
 * The session tag that says which role the user pool gives somebody. Cognito makes it of the ID token's claim, so that
 * nobody can set it: the operators' role trusts those alone for whom it names that very role, whichever flow of the identity
 * pool they come by.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/attributes-for-access-control.html
 */
const ROLE_TAG = "role";

/**
 * Adds the role of everybody who has signed in, which reads what the parameters name, and, with a user pool of the
 * stack's own, the operators' role, which may stop and continue deployments as well. The app does neither yet; nobody
 * has that role until the user pool's group `operators` has members.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscodedeploy.html
 */
export function addRoles(
  stack: Stack,
  parameters: Parameters,
  conditions: Conditions,
  { identityPool }: SignIn,
): void {
  const reading = [...readStatements(parameters), ...joinStatements(parameters, conditions)];
  const reader = addRole(stack, "ReaderRole", identityPool, reading);
  const operator = addRole(
    stack,
    "OperatorRole",
    identityPool,
    [
      ...reading,
      {
        Sid: "OperateDeployments",
        Effect: "Allow",
        // AWS lists no resource type for these two: they cannot be narrowed further than to Regions.
        Action: ["codedeploy:StopDeployment", "codedeploy:ContinueDeployment"],
        Resource: "*",
        Condition: inRegions(parameters),
      },
    ],
    {
      StringLike: {
        [`aws:RequestTag/${ROLE_TAG}`]: `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/${Aws.STACK_NAME}-OperatorRole-*`,
      },
    },
  );
  const roleTag = new cognito.CfnIdentityPoolPrincipalTag(stack, "RoleTag", {
    identityPoolId: identityPool.ref,
    identityProviderName: `cognito-idp.${Aws.REGION}.amazonaws.com/${Fn.ref("UserPool")}`,
    principalTags: { [ROLE_TAG]: "cognito:preferred_role" },
  });
  const operators = new cognito.CfnUserPoolGroup(stack, "Operators", {
    userPoolId: Fn.ref("UserPool"),
    groupName: "operators",
    description: "May stop and continue deployments.",
    roleArn: operator.attrArn,
  });
  // Without the group, nobody could be told to be an operator: no role that is only there to be taken on by others.
  for (const resource of [operator, operators, roleTag])
    resource.cfnOptions.condition = conditions.createsUserPool;
  new cognito.CfnIdentityPoolRoleAttachment(stack, "IdentityPoolRoles", {
    identityPoolId: identityPool.ref,
    roles: { authenticated: reader.attrArn },
    roleMappings: Fn.conditionIf(
      conditions.createsUserPool.logicalId,
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

function addRole(
  stack: Stack,
  id: string,
  identityPool: cognito.CfnIdentityPool,
  statements: (Statement | IResolvable)[],
  trusts: object = {},
): iam.CfnRole {
  return new iam.CfnRole(stack, id, {
    assumeRolePolicyDocument: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Federated: "cognito-identity.amazonaws.com" },
          // Cognito tags the session of whoever belongs to a group with a role, whichever role they take on.
          Action: ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"],
          Condition: {
            StringEquals: { "cognito-identity.amazonaws.com:aud": identityPool.ref },
            "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" },
            ...trusts,
          },
        },
      ],
    },
    policies: [
      { policyName: "Deploywatch", policyDocument: { Version: "2012-10-17", Statement: statements } },
    ],
  });
}
