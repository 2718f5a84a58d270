import { Template } from "aws-cdk-lib/assertions";
import { expect, test } from "vitest";
import { createStack } from "./deploywatch-stack.ts";

test("the committed template is the one that this CDK app makes", async () => {
  const template: unknown = Template.fromStack(createStack()).toJSON();
  await expect(`${JSON.stringify(template, null, 2)}\n`).toMatchFileSnapshot("./deploywatch.template.json");
});
