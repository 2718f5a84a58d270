import { Template } from "aws-cdk-lib/assertions";
import { expect, test } from "vitest";
import { createStack } from "./deploywatch-stack.ts";

test("the committed template is the one that this CDK app makes", async () => {
  const template: unknown = Template.fromStack(createStack()).toJSON();
  // A line a member, so that changes can be read; not indented, which would be 40 % of it.
  const text = `${JSON.stringify(template, null, 1).replaceAll(/^ +/gm, "")}\n`;
  await expect(text).toMatchFileSnapshot("./deploywatch.template.json");
  // What CloudFormation takes without a bucket to upload it to.
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(51_200);
});
