import type { AppProps } from "aws-cdk-lib";
import { App, Validations } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { CfnBucket } from "aws-cdk-lib/aws-s3";
import { AwsSolutionsChecks } from "cdk-nag";
import { expect, test } from "vitest";
import { TRIES_ALL } from "../../testing/cases.ts";
import { createStack } from "./deploywatch-stack.ts";

/** CloudFormation's own rules take seconds each time, and do no more than warn unless told otherwise. */
const WITHOUT_OWN_RULES: AppProps = { analyticsReporting: false, builtinCloudFormationValidation: false };
const WITH_OWN_RULES: AppProps = {
  analyticsReporting: false,
  context: { "@aws-cdk/core:validateAgainstDefaultRules": true },
};

test("the committed template is the one that this CDK app makes", async () => {
  const template: unknown = Template.fromStack(createStack(new App(WITHOUT_OWN_RULES))).toJSON();
  // A line a member, so that changes can be read; not indented, which would be 40 % of it.
  const text = `${JSON.stringify(template, null, 1).replaceAll(/^ +/gm, "")}\n`;
  await expect(text).toMatchFileSnapshot("./deploywatch.template.json");
  // What CloudFormation takes without a bucket to upload it to.
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(51_200);
});

function checkedApp(props: AppProps): App {
  const app = new App(props);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}

test("AWS's rules for good solutions hold, but for the exceptions that are explained; in `npm test`, those for templates, too", () => {
  const app = checkedApp(TRIES_ALL ? WITH_OWN_RULES : WITHOUT_OWN_RULES);
  createStack(app);
  expect(() => app.synth()).not.toThrow();
});

test("a resource that breaks them is found", () => {
  const app = checkedApp(WITHOUT_OWN_RULES);
  new CfnBucket(createStack(app), "Careless", {});
  expect(() => app.synth()).toThrow("AwsSolutions-S1");
});
