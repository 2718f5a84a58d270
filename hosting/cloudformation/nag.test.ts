import { App, Validations } from "aws-cdk-lib";
import { CfnBucket } from "aws-cdk-lib/aws-s3";
import { AwsSolutionsChecks } from "cdk-nag";
import { expect, test } from "vitest";
import { createStack } from "./deploywatch-stack.ts";

function checkedApp(): App {
  const app = new App({ analyticsReporting: false });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}

test("AWS's rules for good solutions hold, but for the exceptions that are explained", () => {
  const app = checkedApp();
  createStack(app);
  expect(() => app.synth()).not.toThrow();
});

test("a resource that breaks them is found", () => {
  const app = checkedApp();
  new CfnBucket(createStack(app), "Careless", {});
  expect(() => app.synth()).toThrow("AwsSolutions-S1");
});
