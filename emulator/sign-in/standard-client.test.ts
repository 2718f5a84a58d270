import { createRemoteJWKSet, decodeJwt, jwtVerify } from "jose";
import type { Configuration } from "openid-client";
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  refreshTokenGrant,
} from "openid-client";
import { beforeEach, expect, test } from "vitest";
import { CALLBACK_URL, TestBrowser } from "./test-browser.ts";
import { minutes } from "../timeline/duration.ts";
import { emulatorForTests } from "../../testing/test-emulator.ts";

const ADA = { username: "ada@example.com", password: "see-everything" };
const BO = { username: "bo@example.com", password: "see-checkout" };

let aheadMs = 0;
const emulator = emulatorForTests(() => Date.now() + aheadMs);
let browser: TestBrowser;
let config: Configuration;

beforeEach(async () => {
  aheadMs = 0;
  browser = await TestBrowser.open(emulator);
  const issuer = new URL(emulator.state.userPool.issuer);
  config = await discovery(issuer, browser.clientId, undefined, None(), {
    // The emulator has no TLS; with it, the client reads the issuer's keys and checks the signature of each ID token.
    execute: [allowInsecureRequests, enableNonRepudiationChecks],
  });
});

test("the code flow with PKCE, state and nonce ends in an ID token that the issuer's keys verify", async () => {
  const flow = await start();
  const tokens = await finish(flow, await browser.logIn(flow.url, ADA));
  expect(tokens.claims()).toMatchObject({
    iss: emulator.state.userPool.issuer,
    aud: browser.clientId,
    nonce: flow.checks.expectedNonce,
    "cognito:username": ADA.username,
    email_verified: true,
  });
  const { payload, protectedHeader } = await verify(tokens.id_token);
  expect(payload.sub).toBe(tokens.claims()?.sub);
  expect(protectedHeader).toMatchObject({ alg: "RS256", kid: expect.any(String) });

  const renewed = await refreshTokenGrant(config, tokens.refresh_token ?? "");
  await expect(verify(renewed.id_token)).resolves.toMatchObject({ payload: { sub: payload.sub } });
});

test("userInfo says who the access token belongs to, and nothing to others", async () => {
  const flow = await start();
  const tokens = await finish(flow, await browser.logIn(flow.url, ADA));
  const sub = tokens.claims()?.sub ?? "";
  expect(await fetchUserInfo(config, tokens.access_token, sub)).toEqual({
    sub,
    username: ADA.username,
    email: ADA.username,
    email_verified: "true",
  });
  await expect(fetchUserInfo(config, tokens.access_token, "somebody-else")).rejects.toMatchObject({
    cause: { cause: { attribute: "sub" } },
  });
  await expect(fetchUserInfo(config, `${tokens.access_token}x`, sub)).rejects.toMatchObject({ status: 401 });
});

test("the claim of groups is there for members of a group only", async () => {
  const adas = await start();
  const [ada, bo] = [await browser.logIn(adas.url, ADA), await TestBrowser.open(emulator)];
  expect((await finish(adas, ada)).claims()).not.toHaveProperty("cognito:groups");
  expect(decodeJwt((await bo.signIn(BO)).id_token)).toMatchObject({ "cognito:groups": ["checkout"] });
});

test("another nonce, another state, another verifier and a forged token are refused by the client or the server", async () => {
  const flow = await start();
  const { checks } = flow;
  const back = () => browser.logIn(flow.url, ADA);
  const again = async () => (await browser.visit(flow.url)).headers.get("location") ?? "";
  await expect(
    finish({ ...flow, checks: { ...checks, expectedNonce: "other" } }, await back()),
  ).rejects.toMatchObject({ cause: { cause: { claim: "nonce" } } });
  await expect(
    finish({ ...flow, checks: { ...checks, expectedState: "other" } }, await again()),
  ).rejects.toMatchObject({ cause: { message: expect.stringContaining('"state"') } });
  const pkceCodeVerifier = randomPKCECodeVerifier();
  await expect(
    finish({ ...flow, checks: { ...checks, pkceCodeVerifier } }, await again()),
  ).rejects.toMatchObject({
    error: "invalid_grant",
  });
  const { id_token: idToken = "" } = await finish(flow, await again());
  const [header, payload, signature] = idToken.split(".");
  const forged = Buffer.from(JSON.stringify({ ...decodeJwt(idToken), sub: "somebody-else" })).toString(
    "base64url",
  );
  await expect(verify(`${header}.${forged}.${signature}`)).rejects.toThrow("signature verification failed");
  await expect(verify(`${header}.${payload}.${signature}`)).resolves.toBeDefined();
});

test("tokens of an emulator whose clock is ahead are good for their hour, by that clock", async () => {
  aheadMs = minutes(90);
  const { id_token: idToken } = await browser.signIn(ADA);
  const soon = new Date(Date.now() + aheadMs + minutes(59));
  await expect(verify(idToken, soon)).resolves.toBeDefined();
  const tooLate = new Date(Date.now() + aheadMs + minutes(61));
  await expect(verify(idToken, tooLate)).rejects.toThrow('"exp" claim timestamp check failed');
});

/** A sign-in of a standard client: where it begins, and what it checks at its end. */
async function start() {
  const pkceCodeVerifier = randomPKCECodeVerifier();
  const checks = { pkceCodeVerifier, expectedNonce: randomNonce(), expectedState: randomState() };
  const url = buildAuthorizationUrl(config, {
    redirect_uri: CALLBACK_URL,
    scope: "openid email",
    code_challenge: await calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: "S256",
    nonce: checks.expectedNonce,
    state: checks.expectedState,
  });
  return { url: url.href, checks };
}

function finish({ checks }: Awaited<ReturnType<typeof start>>, back: string) {
  return authorizationCodeGrant(config, new URL(back), { ...checks, idTokenExpected: true });
}

/** Verifies an ID token with nothing but what the issuer publishes. */
function verify(idToken = "", currentDate = new Date()) {
  const { issuer, jwks_uri: keys = "" } = config.serverMetadata();
  return jwtVerify(idToken, createRemoteJWKSet(new URL(keys)), {
    issuer,
    audience: browser.clientId,
    currentDate,
  });
}
