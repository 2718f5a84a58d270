import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foundIn } from "../../../testing/found-in.ts";

const ID = "d-6HKR2W8QP";
const SECOND = "d-M4T9ZC1VX";
const GET = `aws deploy get-deployment --deployment-id ${ID}`;

describe("a pasted command", () => {
  test.each([
    `${GET} --region eu-north-1`,
    `aws deploy get-deployment --region=eu-north-1 --deployment-id=${ID}`,
    `$ aws --profile prod --region "eu-north-1" deploy get-deployment --deployment-id "${ID}" --query x`,
    `aws deploy get-deployment-target \\\n  --deployment-id '${ID}' \\\n  --target-id i-0c --region eu-north-1`,
    `aws deploy get-deployment ^\r\n --deployment-id ${ID} ^\r\n --region eu-north-1`,
    `aws deploy get-deployment \`\r\n --deployment-id ${ID} \`\r\n --region eu-north-1`,
    `aws deploy get-deployment \\  \n --deployment-id ${ID} \\ \n --region eu-north-1`,
    `AWS_REGION=eu-north-1 aws deploy wait deployment-successful --deployment-id ${ID}`,
    `AWS_PROFILE=test-us-west-2 AWS_REGION=eu-north-1 ${GET}`,
    `AWS_DEFAULT_REGION=us-west-2 AWS_REGION=eu-north-1 ${GET} --output text`,
    `AWS_REGION=us-west-2 ${GET} --region eu-north-1`,
    `export AWS_DEFAULT_REGION=eu-north-1\n${GET}`,
    `$env:AWS_REGION = "eu-north-1"\nGet-CDDeployment -DeploymentId ${ID}`,
    `set AWS_REGION=eu-north-1\r\n${GET}`,
    `REGION=eu-north-1; ${GET} --region "$REGION"`,
    `docker run -e AWS_REGION=eu-north-1 amazon/aws-cli deploy get-deployment --deployment-id ${ID}`,
    `${GET} --endpoint-url https://codedeploy.eu-north-1.amazonaws.com`,
    `Get-CDDeployment -DeploymentId ${ID} -Region eu-north-1 | Format-Table`,
    `${GET} > out.json --region eu-north-1`,
    `${GET} –region eu-north-1`.replace("--deployment", "–deployment"),
    `aws deploy create-deployment --application-name web --region eu-north-1\n{ "deploymentId": "${ID}" }`,
  ])("%s gives the id and its Region", (text) => {
    expect(foundIn(text)).toEqual([`eu-north-1/${ID}`]);
  });

  test.each([
    `${GET} | jq -r .deploymentInfo.status`,
    `${GET}|jq .`,
    `${GET} | ConvertFrom-Json | Select status`,
    `${GET} | tee d-log`,
    `${GET} > status`,
    `${GET} >>status 2>&1`,
    `${GET} && echo done`,
    `${GET} || exit 1`,
    `${GET}; date`,
    `${GET} &`,
    `${GET} # not ${SECOND}`,
    `${GET}\nsleep 5`,
    `${GET}\r\nsleep 5`,
    `Run \`${GET}\` and wait`,
    `status=$(${GET}) && echo "$status"`,
    `(${GET}) later`,
    `${GET} later`,
    `watch -n 2 ${GET}`,
    `PS C:\\work> ${GET}`,
    `${GET} --description "again after ${SECOND}"`,
    `awslocal deploy get-deployment --deployment-id ${ID}`,
    `${GET}\nWaiter DeploymentSuccessful failed: Max attempts exceeded`,
    `${GET} --output yaml\ndeploymentInfo:\n  applicationName: web\n  deploymentId: ${ID}\n  status: Failed`,
    `$ ${GET}\n{\n  "deploymentInfo": { "status": "Failed", "creator": "user", "deploymentId": "${ID}" }\n}`,
    `aws deploy get-deployment ${ID}`,
    `for id in ${ID}; do aws deploy get-deployment --deployment-id $id; done`,
  ])("%s gives its id only", (text) => {
    expect(foundIn(text)).toEqual([ID]);
  });

  test.each([
    `aws deploy batch-get-deployments --deployment-ids ${ID} ${SECOND} --region eu-north-1 | jq .`,
    `aws deploy batch-get-deployments --region eu-north-1 --deployment-ids "${ID}" '${SECOND}' && date`,
    `aws deploy batch-get-deployments --region eu-north-1 --deployment-ids ${ID},${SECOND} # two`,
    `aws deploy batch-get-deployments --region eu-north-1 --deployment-ids '["${ID}","${SECOND}"]'`,
    `Get-CDDeploymentBatch -DeploymentIds ${ID},${SECOND} -Region eu-north-1`,
  ])("%s gives both ids", (text) => {
    expect(foundIn(text)).toEqual([`eu-north-1/${ID}`, `eu-north-1/${SECOND}`]);
  });

  test("is one of several, each in its own Region", () => {
    expect(
      foundIn(
        `${GET} --region us-east-2\n\naws deploy stop-deployment --deployment-id ${SECOND} --region sa-east-1`,
      ),
    ).toEqual([`us-east-2/${ID}`, `sa-east-1/${SECOND}`]);
    expect(
      foundIn(`${GET} --region us-east-2; aws deploy stop-deployment --deployment-id ${SECOND}`),
    ).toEqual([`us-east-2/${ID}`, SECOND]);
  });

  test.each([
    "aws deploy list-deployments --region us-east-1",
    'aws deploy get-deployment --deployment-id "$ID"',
    "aws deploy get-deployment --deployment-id <deployment-id>",
    "aws deploy wait deployment-successful --deployment-id",
  ])("%s is said to name no deployment", (text) => {
    expect(foundIn(text)).toBe("command");
  });

  test("never gives a word behind the end of the command", () => {
    const word = fc.stringMatching(/^[A-Za-z][\w./-]{0,12}$/).filter((text) => !/^d-/i.test(text));
    const end = fc.constantFrom(" | ", " > ", " && ", "; ", " # ", "\n", "\r\n", " || ", " & ", "` ");
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), end, fc.boolean(), (words, operator, isPlural) => {
        const text = `aws deploy x-y --deployment-id${isPlural ? "s" : ""} ${ID}${operator}${words.join(" ")}`;
        expect(foundIn(text)).toEqual([expect.stringMatching(new RegExp(`(?:^|/)${ID}$`))]);
      }),
    );
  });
});
