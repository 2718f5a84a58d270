import { describe, expect, test } from "vitest";
import { referenceInCommand } from "./reference-in-command.ts";

const ID = "d-74D35AS7C";

describe("a pasted command", () => {
  test.each([
    [`aws deploy get-deployment --deployment-id ${ID}`, undefined],
    [`aws deploy get-deployment --deployment-id=${ID} --region=eu-west-1`, "eu-west-1"],
    [
      `$ aws --profile prod --region "eu-west-1" deploy get-deployment --deployment-id "${ID}" --query x`,
      "eu-west-1",
    ],
    [
      `aws deploy get-deployment-target \\\n  --deployment-id '${ID}' \\\n  --target-id i-0a1b2c \\\n  --region eu-west-1`,
      "eu-west-1",
    ],
    [`aws deploy get-deployment ^\r\n --deployment-id ${ID} ^\r\n --region eu-west-1`, "eu-west-1"],
    [`aws deploy get-deployment \`\n --deployment-id ${ID} \`\n --region eu-west-1`, "eu-west-1"],
    [`aws deploy batch-get-deployments --deployment-ids ${ID} --region eu-west-1`, "eu-west-1"],
    [`AWS_REGION=eu-west-1 aws deploy wait deployment-successful --deployment-id ${ID}`, "eu-west-1"],
  ])("%j gives the id, and the Region that it names", (text, region) => {
    expect(referenceInCommand(text)).toEqual({ deploymentIds: [ID], region });
  });

  test("for several deployments gives them all to choose from", () => {
    expect(
      referenceInCommand(
        `aws deploy batch-get-deployments --deployment-ids ${ID} d-OTHER0001 --region eu-west-1`,
      ),
    ).toEqual({ deploymentIds: [ID, "d-OTHER0001"], region: "eu-west-1" });
  });

  test.each([
    "aws deploy list-deployments --region us-east-1",
    'aws deploy get-deployment --deployment-id "$ID"',
  ])("%s is said to name no deployment", (text) => {
    expect(referenceInCommand(text)).toMatchObject({ deploymentIds: [] });
  });
});
