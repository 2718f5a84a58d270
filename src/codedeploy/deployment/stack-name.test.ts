import { expect, test } from "vitest";
import { stackName } from "./stack-name.ts";

test("a stack is called by its name, not by its ARN", () => {
  expect(stackName("arn:aws:cloudformation:eu-west-1:111122223333:stack/shop-prod/6b5f3a10-1c2d")).toBe(
    "shop-prod",
  );
});

test.each([
  "",
  "shop-prod",
  "arn:aws:cloudformation:eu-west-1:111122223333:changeSet/shop/1",
  "arn:aws:ecs:eu-west-1:111122223333:stack/shop/1",
])("an external id that is no stack has no stack name: %j", (externalId) => {
  expect(stackName(externalId)).toBeUndefined();
});
