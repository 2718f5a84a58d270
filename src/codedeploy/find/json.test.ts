import { describe, expect, test } from "vitest";
import { foundIn } from "../../../testing/found-in.ts";

const ID = "d-6HKR2W8QP";
const SECOND = "d-M4T9ZC1VX";
const SNS_MESSAGE = {
  region: "eu-north-1",
  accountId: "111122223333",
  eventTriggerName: "prod-us-east-1-failures",
  applicationName: "checkout-api",
  deploymentId: ID,
  deploymentGroupName: "prod-us-east-1",
  status: "FAILED",
};
const ROLLED_BACK = {
  ...SNS_MESSAGE,
  rollbackInformation: JSON.stringify({
    RollbackDeploymentId: SECOND,
    RollbackMessage: `Deployment ${ID} terminated. Automatic rollback is triggered with a DeploymentId ${SECOND}.`,
  }),
};
const envelope = (message: object) => ({
  Type: "Notification",
  TopicArn: "arn:aws:sns:us-west-2:111122223333:deployments",
  Subject: `FAILED: AWS CodeDeploy ${ID} in eu-north-1 to checkout-api`,
  Message: JSON.stringify(message),
});
const event = (region: string, deploymentId: string) => ({
  source: "aws.codedeploy",
  region,
  resources: [`arn:aws:codedeploy:${region}:111122223333:application:checkout-api`],
  detail: { region, deploymentId, state: "FAILURE" },
});

describe("pasted JSON", () => {
  test.each<[string, object]>([
    ["a notification", SNS_MESSAGE],
    ["SNS's envelope", envelope(SNS_MESSAGE)],
    ["SNS's envelope in a Lambda function", { Records: [{ Sns: envelope(SNS_MESSAGE) }] }],
    ["SNS's envelope in SQS", { Messages: [{ Body: JSON.stringify(envelope(SNS_MESSAGE)) }] }],
    ["an event of EventBridge", event("eu-north-1", ID)],
    ["a call in CloudTrail", { requestParameters: { deploymentId: ID }, awsRegion: "eu-north-1" }],
    ["an action of CodePipeline", { region: "eu-north-1", detail: { "external-execution-id": ID } }],
    ["an environment", { AWS_DEFAULT_REGION: "eu-north-1", STAGE: "x-us-west-2", DEPLOYMENT_ID: ID }],
    ["a log event", { message: JSON.stringify(SNS_MESSAGE), logStream: `x/${SECOND}/y` }],
    [
      "a link",
      { text: `<https://w.example/eu-north-1/${ID}|failed>`, region_of_bot: "us-east-1", id: "d-x" },
    ],
  ])("of %s gives the deployment in its Region", (_, json) => {
    for (const text of [
      JSON.stringify(json),
      JSON.stringify(json, null, 2),
      `12:01 INFO ${JSON.stringify(json)} ok`,
    ]) {
      expect(foundIn(text)).toContain(`eu-north-1/${ID}`);
    }
  });

  test.each<[string, object, string]>([
    ["create-deployment's output", { deploymentId: ID }, ID],
    ["a lifecycle hook's event", { DeploymentId: ID, LifecycleEventHookExecutionId: "eyJ" }, ID],
    [
      "a target",
      { instanceTarget: { deploymentId: ID, targetArn: "arn:aws:ec2:us-west-2:111122223333:instance/i-0a" } },
      `~us-west-2/${ID}`,
    ],
    [
      "a stack's events",
      { StackId: "arn:aws:cloudformation:us-west-2:111122223333:stack/w/1", Reason: `started: ${ID}` },
      `~us-west-2/${ID}`,
    ],
    ["a message that names another", { detail: { deploymentId: ID, note: `not ${SECOND}` } }, ID],
    [
      "the cause of a rollback",
      { deploymentId: ID, rollbackInfo: { rollbackTriggeringDeploymentId: SECOND } },
      ID,
    ],
    [
      "related ones",
      { deploymentId: ID, relatedDeployments: { autoUpdateOutdatedInstancesDeploymentIds: [SECOND] } },
      ID,
    ],
    ["a directory", { deploymentId: ID, directoryId: "d-9267012345", id: "d-9267abc012" }, ID],
  ])("of %s gives only the deployment that it is about", (_, json, found) => {
    expect(foundIn(JSON.stringify(json, null, 2))).toEqual([found]);
  });

  test.each([
    ["prefixed", `2026-11-24T01:01:26Z INFO ${JSON.stringify(SNS_MESSAGE)}`],
    [
      "in a mail",
      `${JSON.stringify(SNS_MESSAGE)}\n\n--\nTo unsubscribe: https://sns.us-west-2.amazonaws.com/x.html`,
    ],
    ["cut off in a string", JSON.stringify(SNS_MESSAGE).slice(0, -12)],
    [
      "cut off in a name",
      `{"region":"eu-north-1","deploymentId":"${ID}","deploymentGroupName":"qa-us-east-1","sta`,
    ],
    [
      "printed by Python",
      `{'region': 'eu-north-1', 'deploymentId': '${ID}', 'ok': True, 'at': datetime.datetime(2026, 1, 2, tzinfo=tzlocal()), 'group': 'a-us-east-1'}`,
    ],
    ["with escaped quotes", JSON.stringify(JSON.stringify(SNS_MESSAGE)).slice(1, -1)],
    ["as a string", JSON.stringify(JSON.stringify(SNS_MESSAGE))],
    ["in HTML", JSON.stringify(SNS_MESSAGE).replaceAll('"', "&quot;")],
    ["in a code block", `\`\`\`json\n${JSON.stringify(SNS_MESSAGE)}\n\`\`\``],
  ])("%s is read all the same", (_, text) => {
    expect(foundIn(text)).toEqual([`eu-north-1/${ID}`]);
  });

  test.each<[string, string]>([
    ["a list", JSON.stringify([event("eu-north-1", ID), event("sa-east-1", SECOND)])],
    ["lines", `${JSON.stringify(event("eu-north-1", ID))}\n${JSON.stringify(event("sa-east-1", SECOND))}`],
    [
      "a list of records",
      JSON.stringify({
        Records: [event("eu-north-1", ID), event("sa-east-1", SECOND)].map((body) => ({
          body: JSON.stringify(body),
        })),
      }),
    ],
    ["lists by Region", JSON.stringify({ "eu-north-1": [ID], "sa-east-1": [SECOND] })],
    ["members by Region", JSON.stringify({ "eu-north-1": ID, "sa-east-1": { deploymentId: SECOND } })],
    ["members by id", JSON.stringify({ [ID]: "eu-north-1", [SECOND]: { region: "sa-east-1" } })],
  ])("of several events as %s keeps each one's Region", (_, text) => {
    expect(foundIn(text)).toEqual([`eu-north-1/${ID}`, `sa-east-1/${SECOND}`]);
  });

  test("gives a list of ids", () => {
    expect(foundIn(JSON.stringify({ deployments: [ID, SECOND] }))).toEqual([ID, SECOND]);
    expect(foundIn(JSON.stringify({ region: "sa-east-1", deploymentIds: [ID, SECOND] }))).toEqual([
      `sa-east-1/${ID}`,
      `sa-east-1/${SECOND}`,
    ]);
  });

  test.each<[string, string]>([
    ["a notification", JSON.stringify(ROLLED_BACK)],
    ["its envelope", JSON.stringify(envelope(ROLLED_BACK))],
    [
      "get-deployment's output",
      JSON.stringify({
        region: "eu-north-1",
        deploymentInfo: { rollbackInfo: { rollbackDeploymentId: SECOND }, deploymentId: ID },
      }),
    ],
  ])("%s leads with the deployment that it is about, and names its rollback as that", (_, text) => {
    const found = foundIn(text);
    expect(found).toHaveLength(2);
    expect(found).toEqual(
      expect.arrayContaining([`eu-north-1/${ID}`, `eu-north-1/${SECOND} rolled back ${ID}`]),
    );
  });

  test.each([
    "{}",
    "[]",
    '{"deploymentId":null}',
    '{"deploymentId":"../x"}',
    '{"__proto__":{"a":1}}',
    '{"deploymentId": ',
  ])("%s is said to have no deployment", (text) => {
    expect(foundIn(text)).toBe("json");
  });
});
