import { describe, expect, test } from "vitest";
import { readPolicy } from "./read-policy.ts";

const GROUP = "arn:aws:codedeploy:us-east-1:111122223333:deploymentgroup:checkout-api/prod";
const refusal = (detail?: string) =>
  ({
    kind: "access-denied",
    action: "codedeploy:GetDeployment",
    awsCode: "AccessDeniedException",
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
  ])("covers the deployment groups of %s where AWS names none", (region, resource) => {
    expect(readPolicy(refusal("on resource: *"), region)).toContain(`"${resource}"`);
  });

  test.each<Partial<Parameters<typeof readPolicy>[0]>>([
    { action: "sts:AssumeRoleWithWebIdentity" },
    { action: undefined },
    { action: 'codedeploy:GetDeployment","Effect":"' },
    { awsCode: "NotAuthorizedException" },
    { kind: "not-found" },
  ])("is not offered where it would not help: %j", (difference) => {
    expect(readPolicy({ ...refusal(), ...difference }, "us-east-1")).toBeUndefined();
  });
});
