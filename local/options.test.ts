import { expect, test } from "vitest";
import { forgottenDashes } from "./options.ts";

test("options that npm has kept are told apart from those that it handed on", () => {
  const kept = { npm_lifecycle_event: "start", npm_config_profile: "prod", npm_config_operate: "true" };
  expect(forgottenDashes(kept)).toContain("--profile, --operate");
  expect(forgottenDashes({ npm_lifecycle_event: "start" })).toBeUndefined();
  // Of another script's environment, such as that of a test.
  expect(forgottenDashes({ ...kept, npm_lifecycle_event: "e2e" })).toBeUndefined();
});
