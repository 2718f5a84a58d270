import { CodeDeployClient, GetDeploymentCommand } from "@aws-sdk/client-codedeploy";
import { fromCognitoIdentityPool, fromWebToken } from "@aws-sdk/credential-providers";
import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { DEMO_IDENTITY_POOL_ID, GUEST_ROLE_NAME } from "../../access/demo-account.ts";
import { roleArn } from "../../access/roles.ts";
import type { RoleRequest } from "../../control/access-routes.ts";
import { emulatorForTests } from "../../../testing/test-emulator.ts";

const emulator = emulatorForTests();
let command: GetDeploymentCommand;

const GUESTS_OF_THE_DEMO: RoleRequest["trusts"] = [
  { identityPoolId: DEMO_IDENTITY_POOL_ID, amr: "unauthenticated" },
];

beforeAll(async () => {
  const { deploymentId } = await emulator.control.start("ec2-rolling");
  command = new GetDeploymentCommand({ deploymentId });
});

test("a guest of the classic flow may read deployments", async () => {
  const answer = await guest(await openIdToken()).send(command);
  expect(answer.deploymentInfo?.applicationName).toBe("checkout-api");
});

test("a guest of the enhanced flow is denied by the session policy", async () => {
  const client = new CodeDeployClient({
    ...connection(),
    credentials: fromCognitoIdentityPool({
      identityPoolId: DEMO_IDENTITY_POOL_ID,
      clientConfig: connection(),
    }),
  });
  await expect(client.send(command)).rejects.toMatchObject({
    name: "AccessDeniedException",
    message:
      "User: arn:aws:sts::123456789012:assumed-role/DeploywatchGuest/CognitoIdentityCredentials is not authorized to perform: codedeploy:GetDeployment on resource: arn:aws:codedeploy:us-east-1:123456789012:deploymentgroup:checkout-api/prod because no session policy allows the codedeploy:GetDeployment action",
  });
});

test("a role that lacks the action is denied in AWS's words", async () => {
  const arn = await emulator.control.setRole("TargetsOnly", {
    trusts: GUESTS_OF_THE_DEMO,
    allow: ["codedeploy:List*"],
  });
  await expect(guest(await openIdToken(), arn).send(command)).rejects.toMatchObject({
    name: "AccessDeniedException",
    message: expect.stringContaining(
      "assumed-role/TargetsOnly/test-guest is not authorized to perform: codedeploy:GetDeployment on resource: arn:aws:codedeploy:us-east-1:123456789012:deploymentgroup:checkout-api/prod because no identity-based policy allows the codedeploy:GetDeployment action",
    ),
  });
});

test("permission is asked for before the input is looked at", async () => {
  const client = await emulator.client({}, { deny: ["codedeploy:GetDeployment"] });
  const nonsense = new GetDeploymentCommand({ deploymentId: "nonsense" });
  await expect(client.send(nonsense)).rejects.toMatchObject({ name: "AccessDeniedException" });
});

test("sessions of a role can be made to expire while they run", async () => {
  const arn = await emulator.control.setRole("ShortLived", { trusts: GUESTS_OF_THE_DEMO });
  const client = guest(await openIdToken(), arn);
  await client.send(command);
  await emulator.control.expireSessions("ShortLived");
  await expect(client.send(command)).rejects.toMatchObject({ name: "ExpiredTokenException" });
});

test("a role that does not exist cannot be taken", async () => {
  await expect(guest(await openIdToken(), roleArn("Nobody")).send(command)).rejects.toMatchObject({
    name: "AccessDenied",
    message: "Not authorized to perform sts:AssumeRoleWithWebIdentity",
  });
});

test("a token that Cognito did not write is refused", async () => {
  const [header, payload] = (await openIdToken()).split(".");
  await expect(guest(`${header}.${payload}.forged`).send(command)).rejects.toMatchObject({
    name: expect.stringMatching(/^InvalidIdentityToken/),
  });
});

test("identity pools refuse what they do not allow", async () => {
  const closed = `us-east-1:${randomUUID()}`;
  await emulator.control.setIdentityPool(closed, { allowsGuests: false });
  expect(await cognito("GetId", { IdentityPoolId: closed })).toMatchObject({
    __type: "NotAuthorizedException",
  });

  const enhancedOnly = `us-east-1:${randomUUID()}`;
  await emulator.control.setIdentityPool(enhancedOnly, { allowsClassicFlow: false });
  const { IdentityId } = await cognito("GetId", { IdentityPoolId: enhancedOnly });
  expect(await cognito("GetOpenIdToken", { IdentityId })).toMatchObject({
    __type: "InvalidParameterException",
  });

  const unknown = await cognito("GetId", { IdentityPoolId: `us-east-1:${randomUUID()}` });
  expect(unknown).toMatchObject({ __type: "ResourceNotFoundException" });
});

test("an identity that Cognito has forgotten is not found", async () => {
  const poolId = `us-east-1:${randomUUID()}`;
  await emulator.control.setIdentityPool(poolId);
  const { IdentityId } = await cognito("GetId", { IdentityPoolId: poolId });
  await emulator.control.forgetIdentities(poolId);
  expect(await cognito("GetOpenIdToken", { IdentityId })).toEqual({
    __type: "ResourceNotFoundException",
    message: `Identity '${IdentityId}' not found.`,
  });
});

function connection() {
  return { region: "us-east-1", endpoint: emulator.url, maxAttempts: 1 };
}

async function cognito(operation: string, input: object): Promise<Record<string, string>> {
  const response = await fetch(emulator.url, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `AWSCognitoIdentityService.${operation}`,
    },
    body: JSON.stringify(input),
  });
  const answer: Record<string, string> = await response.json();
  return answer;
}

async function openIdToken(): Promise<string> {
  const { IdentityId } = await cognito("GetId", { IdentityPoolId: DEMO_IDENTITY_POOL_ID });
  const { Token = "" } = await cognito("GetOpenIdToken", { IdentityId });
  return Token;
}

function guest(webIdentityToken: string, arn = roleArn(GUEST_ROLE_NAME)): CodeDeployClient {
  const credentials = fromWebToken({
    roleArn: arn,
    webIdentityToken,
    roleSessionName: "test-guest",
    clientConfig: connection(),
  });
  return new CodeDeployClient({ ...connection(), credentials });
}
