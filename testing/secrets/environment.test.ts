import { expect, test } from "vitest";
import { demoConfig } from "../../emulator/demo/demo-config.ts";
import { createAws } from "../../src/aws/aws.ts";
import { parseConfig } from "../../src/config/parse-config.ts";
import { rawClient } from "../signed-request.ts";
import { emulatorForTests } from "../test-emulator.ts";

// AWS's answers about task definitions and functions hold environment variables. Nothing of those leaves the aws room.

const emulator = emulatorForTests();
const REGION = "us-east-1";
const SECRET = "not-for-the-page";

async function awsForTests() {
  const { expiration: _, ...credentials } = await emulator.control.credentials();
  const parsed = parseConfig(JSON.stringify(demoConfig(emulator.url, [])));
  if (!("config" in parsed)) throw new Error("The demo's configuration is not valid.");
  return createAws(parsed.config, {
    provide: () => Promise.resolve(credentials),
    held: () => credentials,
    renew: () => {},
    forget: () => {},
  });
}

const { signal } = new AbortController();

test("of a task definition, images and the like are kept, and no environment", async () => {
  await emulator.control.start("ecs-image-missing", { moment: "stopping" });
  const raw = await (
    await rawClient(emulator)
  ).ecs("DescribeTaskDefinition", { taskDefinition: "checkout:42" });
  expect(raw.text, "AWS sends it").toContain(SECRET);
  const { ecs } = await awsForTests();
  const kept = await ecs.describeTaskDefinition({ region: REGION, taskDefinition: "checkout:42" }, signal);
  expect(kept.containers[0]).toMatchObject({ name: "app", ports: ["8080/tcp"] });
  expect(JSON.stringify(kept)).not.toMatch(/not-for-the-page|PASSWORD|TOKEN/);
});

test("of a function, its code and description are kept, and no environment", async () => {
  await emulator.control.start("lambda-canary", { moment: "canary" });
  const { lambda } = await awsForTests();
  const functionName = "price-calculator-PriceFunction";
  const kept = await lambda.getFunctionConfiguration({ region: REGION, functionName, version: "42" }, signal);
  expect(kept).toMatchObject({ version: "42", runtime: "nodejs22.x" });
  expect(JSON.stringify(kept)).not.toMatch(/not-for-the-page|API_KEY/);
});
