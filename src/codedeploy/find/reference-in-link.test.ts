import { describe, expect, test } from "vitest";
import { referenceInLink } from "./reference-in-link.ts";

const ID = "d-74D35AS7C";

describe("a pasted link", () => {
  test.each([
    [`https://console.aws.amazon.com/codesuite/codedeploy/deployments/${ID}?region=eu-west-1`, "eu-west-1"],
    [
      `https://eu-west-1.console.aws.amazon.com/codesuite/codedeploy/deployments/${ID}?region=eu-west-1`,
      "eu-west-1",
    ],
    [`https://eu-west-1.console.aws.amazon.com/codesuite/codedeploy/deployments/${ID}`, "eu-west-1"],
    [
      `https://111122223333-abcdefgh.eu-west-1.console.aws.amazon.com/codesuite/codedeploy/deployments/${ID}?deployments-state=%7B%22f%22%3A%7B%7D%7D&region=eu-west-1#events`,
      "eu-west-1",
    ],
    [
      `https://us-west-2.console.aws.amazon.com/codedeploy/home?region=us-west-2#/deployments/${ID}`,
      "us-west-2",
    ],
    [`https://console.aws.amazon.com/codedeploy/home?region=us-west-2#/deployments/${ID}`, "us-west-2"],
    [`https://console.amazonaws.cn/codesuite/codedeploy/deployments/${ID}?region=cn-north-1`, "cn-north-1"],
    [
      `https://us-gov-west-1.console.amazonaws-us-gov.com/codesuite/codedeploy/deployments/${ID}?region=us-gov-west-1`,
      "us-gov-west-1",
    ],
    [
      `https://acme.awsapps.com/start/#/console?account_id=111122223333&destination=${encodeURIComponent(
        `https://eu-west-1.console.aws.amazon.com/codesuite/codedeploy/deployments/${ID}?region=eu-west-1`,
      )}`,
      "eu-west-1",
    ],
    [`https://deploywatch.example/eu-west-1/${ID}?tz=utc`, "eu-west-1"],
    [`http://127.0.0.1:4173/eu-west-1/${ID}/`, "eu-west-1"],
    [`<https://deploywatch.example/eu-west-1/${ID}|checkout-api prod>`, "eu-west-1"],
    [`It failed again (https://deploywatch.example/eu-west-1/${ID}).`, "eu-west-1"],
  ])("%s gives the id and the Region", (text, region) => {
    expect(referenceInLink(text)).toEqual({ deploymentIds: [ID], region });
  });

  test.each([
    "https://eu-west-1.console.aws.amazon.com/codesuite/codedeploy/applications/checkout-api?region=eu-west-1",
    "https://eu-west-1.console.aws.amazon.com/codesuite/codedeploy/deployments?region=eu-west-1",
    "https://github.com/acme-shop/checkout-api/deployments/1234",
    "https://bucket.example/eu-west-1/key",
    "https://%",
  ])("%s is said to lead to no deployment", (text) => {
    expect(referenceInLink(text)).toMatchObject({ deploymentIds: [] });
  });
});
