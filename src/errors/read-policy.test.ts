import { describe, expect, test } from "vitest";
import { readPolicy } from "./read-policy.ts";

const GROUP = "arn:aws:codedeploy:us-east-1:111122223333:deploymentgroup:checkout-api/prod";
const refusal = (detail?: string) =>
  ({
    kind: "access-denied",
    action: "codedeploy:GetDeployment",
    detail,
  }) as const;

describe("the policy to copy after a refusal", () => {
  test.each([
    `User: arn:aws:sts::111122223333:assumed-role/Watch/x is not authorized to perform: codedeploy:GetDeployment on resource: ${GROUP} because no identity-based policy allows the codedeploy:GetDeployment action`,
    `User: x is not authorized to perform: codedeploy:GetDeployment on resource: ${GROUP}`,
  ])("allows no more than the deployment group that AWS names", (detail) => {
    expect(JSON.parse(readPolicy(refusal(detail), "us-east-1") ?? "")).toEqual({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "codedeploy:GetDeployment", Resource: GROUP }],
    });
  });

  test.each([
    ["us-east-1", "arn:aws:codedeploy:us-east-1:*:deploymentgroup:*"],
    ["cn-north-1", "arn:aws-cn:codedeploy:cn-north-1:*:deploymentgroup:*"],
    ["us-gov-west-1", "arn:aws-us-gov:codedeploy:us-gov-west-1:*:deploymentgroup:*"],
  ])("covers what is known to be all of %s where AWS names nothing", (region, all) => {
    expect(readPolicy(refusal("on resource: *"), region, all)).toContain(`"${all}"`);
  });

  test.each([
    "codedeploy:GetDeployment",
    // AWS lists no resource type for these: on the ARN of a group, the policy would allow nothing.
    "codedeploy:ListDeploymentTargets",
    "codedeploy:BatchGetDeploymentTargets",
  ])("covers the Region for %s where AWS names nothing", (action) => {
    const policy = readPolicy({ ...refusal("on resource: *"), action }, "eu-west-1");
    expect(JSON.parse(policy ?? "")).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: action,
          Resource: "*",
          Condition: { StringEquals: { "aws:RequestedRegion": "eu-west-1" } },
        },
      ],
    });
  });

  test.each<Partial<Parameters<typeof readPolicy>[0]>>([
    { action: "sts:AssumeRoleWithWebIdentity" },
    { action: undefined },
    { action: 'codedeploy:GetDeployment","Effect":"' },
    { action: "cognito-identity:*" },
    { action: "cognito-identity:GetId" },
    { kind: "not-found" },
    { detail: "…is not authorized to perform: codedeploy:GetDeployment with an explicit deny in a policy" },
  ])("is not offered where it would not help: %j", (difference) => {
    expect(readPolicy({ ...refusal(), ...difference }, "us-east-1")).toBeUndefined();
  });
});
