import { CodeDeployClient, GetDeploymentCommand } from "@aws-sdk/client-codedeploy";
import { fromCognitoIdentityPool } from "@aws-sdk/credential-providers";
import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { CALLBACK_URL, LOGOUT_URL, TestBrowser } from "./test-browser.ts";
import { hours } from "../timeline/duration.ts";
import { emulatorForTests } from "../../testing/test-emulator.ts";

const ADA = { username: "ada@example.com", password: "see-everything" };
const BO = { username: "bo@example.com", password: "see-checkout" };

let aheadMs = 0;
const emulator = emulatorForTests(() => Date.now() + aheadMs);

afterEach(() => {
  aheadMs = 0;
});

test("signing in gives a code, the code gives tokens with Cognito's claims", async () => {
  const browser = await TestBrowser.open(emulator);
  const tokens = await browser.signIn(ADA);
  expect(claimsOf(tokens.id_token)).toMatchObject({
    iss: `${emulator.url}/us-east-1_Emulator1`,
    aud: browser.clientId,
    token_use: "id",
    email: "ada@example.com",
    "cognito:username": "ada@example.com",
  });
  expect(tokens.refresh_token).toMatch(/^\S+$/);
});

test("a second sign-in within the session asks nothing, after signing out it does", async () => {
  const browser = await TestBrowser.open(emulator);
  await browser.signIn(ADA);
  const again = await browser.visit(browser.authorizeUrl());
  expect(again.headers.get("location")).toMatch(/^http:\/\/app\.localhost\/signed-in\?code=/);
  const out = await browser.visit(browser.logoutUrl(LOGOUT_URL));
  expect(out.headers.get("location")).toBe(LOGOUT_URL);
  const after = await browser.visit(browser.authorizeUrl());
  expect(after.headers.get("location")).toContain("/login/");
});

test("signing out wants a registered address, and tells of none otherwise", async () => {
  const browser = await TestBrowser.open(emulator);
  const refused = await browser.visit(browser.logoutUrl("http://evil.example/"));
  expect(refused.status).toBe(400);
  const byTheStandard = `/logout?post_logout_redirect_uri=${encodeURIComponent(LOGOUT_URL)}`;
  expect((await browser.visit(byTheStandard)).status).toBe(400);
});

test("an unknown callback and a request without PKCE are refused", async () => {
  const browser = await TestBrowser.open(emulator);
  const elsewhere = await browser.visit(browser.authorizeUrl({ redirect_uri: "http://evil.example/" }));
  expect(elsewhere.status).toBe(400);
  const plain = await browser.visit(browser.authorizeUrl({ code_challenge: undefined }));
  expect(plain.headers.get("location")).toContain(`${CALLBACK_URL}?error=invalid_request`);
});

test("pages cannot be framed, and cancelling is told to the app", async () => {
  const browser = await TestBrowser.open(emulator);
  const login = await browser.visit(browser.authorizeUrl());
  const page = await browser.visit(login.headers.get("location") ?? "");
  expect(page.headers.get("x-frame-options")).toBe("DENY");
  expect(await page.text()).toContain("see-everything");
  const cancelled = await browser.visit(`${login.headers.get("location")}/cancel`);
  const back = await browser.visit(cancelled.headers.get("location") ?? "");
  expect(back.headers.get("location")).toContain("error=access_denied");
});

test("the identity pool gives each person their role, which is narrowed to resources", async () => {
  const adas = await TestBrowser.open(emulator);
  const own = await emulator.control.start("ec2-rolling");
  const other = await emulator.control.start("ecs-linear");
  const everything = codeDeploy(await poolFor(adas.clientId), (await adas.signIn(ADA)).id_token);
  await everything.send(new GetDeploymentCommand({ deploymentId: other.deploymentId }));

  const bos = await TestBrowser.open(emulator);
  const checkout = codeDeploy(await poolFor(bos.clientId), (await bos.signIn(BO)).id_token);
  await checkout.send(new GetDeploymentCommand({ deploymentId: own.deploymentId }));
  const refused = checkout.send(new GetDeploymentCommand({ deploymentId: other.deploymentId }));
  await expect(refused).rejects.toMatchObject({
    name: "AccessDeniedException",
    message: expect.stringContaining(
      "assumed-role/Checkout/CognitoIdentityCredentials is not authorized to perform: codedeploy:GetDeployment on resource: arn:aws:codedeploy:us-east-1:123456789012:deploymentgroup:",
    ),
  });
});

test("the identity pool refuses tokens that it does not trust, in Cognito's words", async () => {
  const browser = await TestBrowser.open(emulator);
  const { clientId } = browser;
  const { id_token: idToken } = await browser.signIn(ADA);
  await expect(ask(idToken, await poolFor("another-client"))).rejects.toThrow(
    "not from a supported provider",
  );
  const [header, payload] = idToken.split(".");
  await expect(ask(`${header}.${payload}.forged`, await poolFor(clientId))).rejects.toThrow(
    "Couldn't verify signed token",
  );
  aheadMs = hours(1);
  await expect(ask(idToken, await poolFor(clientId))).rejects.toThrow(/Token expired: \d+ >= \d+/);
});

async function poolFor(clientId: string): Promise<string> {
  const poolId = `us-east-1:${randomUUID()}`;
  const trusts = [{ identityPoolId: poolId, amr: "authenticated" as const }];
  await emulator.control.setRole("Everything", { trusts });
  await emulator.control.setRole("Checkout", {
    trusts,
    resources: ["arn:aws:codedeploy:*:123456789012:deploymentgroup:checkout-api/*"],
  });
  await emulator.control.setIdentityPool(poolId, {
    allowsGuests: false,
    signIn: {
      clientId,
      roleName: "Everything",
      rolesByGroup: { checkout: "Checkout" },
    },
  });
  return poolId;
}

function ask(token: string, poolId: string) {
  return codeDeploy(poolId, token).send(new GetDeploymentCommand({ deploymentId: "d-NOWHERE01" }));
}

function codeDeploy(identityPoolId: string, idToken: string): CodeDeployClient {
  const connection = { region: "us-east-1", endpoint: emulator.url, maxAttempts: 1 };
  const provider = `127.0.0.1:${emulator.port}/us-east-1_Emulator1`;
  return new CodeDeployClient({
    ...connection,
    credentials: fromCognitoIdentityPool({
      identityPoolId,
      logins: { [provider]: idToken },
      clientConfig: connection,
    }),
  });
}

function claimsOf(token: string): unknown {
  return JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
}
