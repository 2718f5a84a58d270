import { describe, expect, test } from "vitest";
import { makeTarget } from "../../../testing/make-target.ts";
import { targetName, targetUrl } from "./target-words.ts";

const ECS = { kind: "ecs" as const, taskSets: [] };
const lambda = (functionName?: string, functionAlias?: string) => ({
  kind: "lambda" as const,
  lambdaFunction: { functionName, functionAlias },
});

describe("a target's page in the AWS console", () => {
  test("of an EC2 instance", () => {
    expect(targetUrl("eu-west-1", makeTarget({ id: "i-0a1b2c3d4e5f60718" }))).toBe(
      "https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#InstanceDetails:instanceId=i-0a1b2c3d4e5f60718",
    );
  });

  test.each(["web-server-3", "i-0A1B2C3D", "i-1", "i-0a1b2c3d&x=1", "i-0a1b2c3d\u202e"])(
    "is not guessed for an instance that is no EC2 instance: %s",
    (id) => {
      expect(targetUrl("eu-west-1", makeTarget({ id }))).toBeUndefined();
    },
  );

  test("of an ECS service is found by the ARN, or else by the id", () => {
    const arn = "arn:aws:ecs:eu-west-1:123456789012:service/prod/web";
    const url = "https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/prod/services/web?region=eu-west-1";
    expect(targetUrl("eu-west-1", makeTarget({ id: "tutorial-app:web", arn, facts: ECS }))).toBe(url);
    expect(targetUrl("eu-west-1", makeTarget({ id: "prod:web", facts: ECS }))).toBe(url);
    expect(targetUrl("eu-west-1", makeTarget({ id: "prod:../x", facts: ECS }))).toBeUndefined();
  });

  test("of a Lambda function leads to its alias", () => {
    const base = "https://eu-west-1.console.aws.amazon.com/lambda/home?region=eu-west-1#/functions/pay";
    expect(targetUrl("eu-west-1", makeTarget({ id: "pay", facts: lambda("pay", "live") }))).toBe(
      `${base}/aliases/live`,
    );
    expect(targetUrl("eu-west-1", makeTarget({ id: "pay:7", facts: lambda() }))).toBe(base);
    expect(targetUrl("eu-west-1", makeTarget({ id: "x", facts: lambda("a/b?c") }))).toBeUndefined();
    expect(targetUrl("eu-west-1", makeTarget({ id: "x", facts: lambda("pay", "<b>") }))).toBe(base);
  });

  test("of a CloudFormation target is its stack's", () => {
    const id = "arn:aws:cloudformation:eu-west-1:123456789012:stack/shop/6b5f1c20";
    const facts = { kind: "cloudformation" as const, resourceType: undefined, weight: undefined };
    expect(targetUrl("eu-west-1", makeTarget({ id, facts }))).toContain("/stacks/stackinfo?stackId=");
    expect(targetUrl("eu-west-1", makeTarget({ id: "shop", facts }))).toBeUndefined();
  });

  test("is not known for a type that nobody knows, or a Region without a console", () => {
    expect(targetUrl("eu-west-1", makeTarget({ facts: { kind: "unknown", typeName: "X" } }))).toBeUndefined();
    expect(targetUrl("javascript:", makeTarget())).toBeUndefined();
  });
});

test("a stack is called by its name, in every partition; every other target by its id", () => {
  for (const place of ["aws:cloudformation:eu-west-1", "aws-eusc:cloudformation:eusc-de-east-1"]) {
    const id = `arn:${place}:111122223333:stack/web-shop/0f0e0d0c-1111-2222-3333-444455556666`;
    expect(targetName(id)).toBe("web-shop");
  }
  for (const id of [
    "i-0a1b2c3d4e5f60718",
    "prod:web",
    "orders",
    "arn:aws:cloudformation:eu-west-1:1:stack/x",
  ]) {
    expect(targetName(id)).toBe(id);
  }
});
