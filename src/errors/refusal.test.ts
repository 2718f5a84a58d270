import { expect, test } from "vitest";
import { refusalFacts } from "./refusal.ts";

const GROUP = "arn:aws:codedeploy:us-east-1:111122223333:deploymentgroup:checkout-api/prod";

test("AWS's words name the role and the resource", () => {
  expect(
    refusalFacts(
      `User: arn:aws:sts::111122223333:assumed-role/Reader/Cognito is not authorized to perform: codedeploy:GetDeployment on resource: ${GROUP} because no identity-based policy allows the codedeploy:GetDeployment action`,
    ),
  ).toEqual({ role: "Reader", resource: GROUP });
});

test("AWS's words name resources of any service", () => {
  const alarm = "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:checkout-5xx";
  const words = "is not authorized to perform: cloudwatch:DescribeAlarms on resource:";
  expect(refusalFacts(`${words} ${alarm} because no`)).toEqual({ resource: alarm });
});

test.each([
  undefined,
  "",
  "Not authorized to perform sts:AssumeRoleWithWebIdentity",
  "on resource: arn:aws:codedeploy:us-east-1:111122223333:deploymentgroup:*/* because x",
  'on resource: arn:aws:codedeploy:us-east-1:111122223333:deploymentgroup:a/b","Effect":"Allow',
])("nothing is taken from %j", (message) => {
  expect(refusalFacts(message)).toEqual({});
});
