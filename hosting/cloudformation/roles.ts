import type { Stack } from "aws-cdk-lib";
import { Aws, Fn } from "aws-cdk-lib";
import * as cognito from "aws-cdk-lib/aws-cognito";
import * as iam from "aws-cdk-lib/aws-iam";
import type { Conditions, Parameters } from "./parameters.ts";
import type { Statement } from "./permissions.ts";
import { inRegions, readStatements } from "./permissions.ts";
import type { SignIn } from "./sign-in.ts";

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
  const reader = addRole(stack, "ReaderRole", identityPool, readStatements(parameters));
  const operator = addRole(stack, "OperatorRole", identityPool, [
    ...readStatements(parameters),
    {
      Sid: "OperateDeployments",
      Effect: "Allow",
      // AWS lists no resource type for these two: they cannot be narrowed further than to Regions.
      Action: ["codedeploy:StopDeployment", "codedeploy:ContinueDeployment"],
      Resource: "*",
      Condition: inRegions(parameters),
    },
  ]);
  const operators = new cognito.CfnUserPoolGroup(stack, "Operators", {
    userPoolId: Fn.ref("UserPool"),
    groupName: "operators",
    description: "May stop and continue deployments.",
    roleArn: operator.attrArn,
  });
  // Without the group, nobody could be told to be an operator: no role that is only there to be taken on by others.
  for (const resource of [operator, operators]) resource.cfnOptions.condition = conditions.createsUserPool;
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
  statements: Statement[],
): iam.CfnRole {
  return new iam.CfnRole(stack, id, {
    assumeRolePolicyDocument: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Federated: "cognito-identity.amazonaws.com" },
          Action: "sts:AssumeRoleWithWebIdentity",
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
