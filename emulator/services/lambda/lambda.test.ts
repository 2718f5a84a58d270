import { GetFunctionConfigurationCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { expect, test } from "vitest";
import type { CredentialsRequest } from "../../control/access-routes.ts";
import { emulatorForTests } from "../../../testing/test-emulator.ts";

// The SDK's own client writes the requests and reads the answers.

const emulator = emulatorForTests();

async function configuration(functionName: string, version: string, request: CredentialsRequest = {}) {
  const { expiration: _, ...credentials } = await emulator.control.credentials(request);
  const client = new LambdaClient({
    endpoint: emulator.url,
    region: "us-east-1",
    credentials,
    maxAttempts: 1,
  });
  return client.send(new GetFunctionConfigurationCommand({ FunctionName: functionName, Qualifier: version }));
}

const FUNCTION = "price-calculator-PriceFunction";

test("each of the versions between which traffic moves has code of its own, by name and by ARN", async () => {
  await emulator.control.start("lambda-canary", { moment: "canary" });
  const before = await configuration(FUNCTION, "41");
  const now = await configuration(`arn:aws:lambda:us-east-1:123456789012:function:${FUNCTION}`, "42");
  expect(before).toMatchObject({ FunctionName: FUNCTION, Version: "41", Runtime: "nodejs22.x" });
  expect(now).toMatchObject({ FunctionName: FUNCTION, Version: "42", PackageType: "Zip" });
  expect(now.CodeSha256).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  expect(now.CodeSha256).not.toBe(before.CodeSha256);
});

test.each([
  [FUNCTION, "7"],
  ["nothing", "41"],
])("version %2$s of %1$s does not exist", async (name, version) => {
  await emulator.control.start("lambda-canary", { moment: "canary" });
  await expect(configuration(name, version)).rejects.toMatchObject({
    name: "ResourceNotFoundException",
    $metadata: { httpStatusCode: 404 },
  });
});

test("a role without the action is refused by name", async () => {
  const refused = configuration(FUNCTION, "41", { deny: ["lambda:GetFunctionConfiguration"] });
  await expect(refused).rejects.toMatchObject({
    name: "AccessDeniedException",
    message: expect.stringContaining("not authorized to perform: lambda:GetFunctionConfiguration"),
    $metadata: { httpStatusCode: 403 },
  });
});

test("a signature with a wrong secret is refused", async () => {
  const { expiration: _, ...credentials } = await emulator.control.credentials();
  const client = new LambdaClient({
    endpoint: emulator.url,
    region: "us-east-1",
    credentials: { ...credentials, secretAccessKey: "wrong" },
    maxAttempts: 1,
  });
  await expect(
    client.send(new GetFunctionConfigurationCommand({ FunctionName: FUNCTION })),
  ).rejects.toMatchObject({ name: "InvalidSignatureException" });
});
