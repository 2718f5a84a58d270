import { describe, expect, test } from "vitest";
import { referenceInJson } from "./reference-in-json.ts";

const ID = "d-74D35AS7C";
const SNS_MESSAGE = {
  region: "us-east-1",
  accountId: "111122223333",
  eventTriggerName: "prod-failures",
  applicationName: "checkout-api",
  deploymentId: ID,
  deploymentGroupName: "prod",
  status: "FAILED",
};
const SNS_ENVELOPE = {
  Type: "Notification",
  TopicArn: "arn:aws:sns:us-east-1:111122223333:deployments",
  Subject: `FAILED: AWS CodeDeploy ${ID} in us-east-1 to checkout-api`,
  Message: JSON.stringify(SNS_MESSAGE),
};
const EVENT = {
  source: "aws.codedeploy",
  region: "us-east-1",
  resources: ["arn:aws:codedeploy:us-east-1:111122223333:application:checkout-api"],
  detail: { region: "us-east-1", deploymentId: ID, state: "FAILURE" },
};
const ANSWER = {
  deploymentInfo: {
    deploymentId: ID,
    rollbackInfo: { rollbackDeploymentId: "d-ROLLBACK1", rollbackTriggeringDeploymentId: "d-OTHER0001" },
    relatedDeployments: { autoUpdateOutdatedInstancesDeploymentIds: ["d-RELATED01"] },
  },
};

describe("pasted JSON", () => {
  test.each([
    ["a notification", SNS_MESSAGE, "us-east-1"],
    ["SNS's envelope", SNS_ENVELOPE, "us-east-1"],
    ["SNS's envelope in a Lambda function", { Records: [{ Sns: SNS_ENVELOPE }] }, "us-east-1"],
    ["SNS's envelope in SQS", { Messages: [{ Body: JSON.stringify(SNS_ENVELOPE) }] }, "us-east-1"],
    ["an event of EventBridge", EVENT, "us-east-1"],
    [
      "a call in CloudTrail",
      { awsRegion: "us-east-1", requestParameters: { deploymentId: ID } },
      "us-east-1",
    ],
    ["get-deployment's output", ANSWER, undefined],
    ["create-deployment's output", { deploymentId: ID }, undefined],
    ["a lifecycle hook's event", { DeploymentId: ID, LifecycleEventHookExecutionId: "eyJ" }, undefined],
    [
      "a target",
      {
        deploymentTarget: {
          instanceTarget: { deploymentId: ID, targetArn: "arn:aws:ec2:us-east-1:111122223333:instance/i-0a" },
        },
      },
      "us-east-1",
    ],
  ])("of %s gives the deployment, not those it mentions", (_, json, region) => {
    expect(referenceInJson(JSON.stringify(json, null, 2))).toEqual({ deploymentIds: [ID], region });
  });

  test.each(["{}", "[]", '{"deploymentId":null}', '{"deploymentId":"../x"}', '{"__proto__":{"a":1}}'])(
    "%s is said to have no deployment",
    (text) => {
      expect(referenceInJson(text)).toMatchObject({ deploymentIds: [] });
    },
  );

  test("may be nested deeper than the stack", () => {
    expect(referenceInJson("[".repeat(50_000) + "]".repeat(50_000))).toMatchObject({ deploymentIds: [] });
  });
});
