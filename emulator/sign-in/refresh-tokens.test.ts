import { expect, test } from "vitest";
import { LOGOUT_URL, TestBrowser } from "./test-browser.ts";
import { hours } from "../timeline/duration.ts";
import { startTestEmulator, emulatorForTests } from "../../testing/test-emulator.ts";

const ADA = { username: "ada@example.com", password: "see-everything" };

const emulator = emulatorForTests();

test("a refresh token is good for one use and, for the time of grace, for another", async () => {
  const patient = await TestBrowser.open(emulator);
  const first = await patient.signIn(ADA);
  const second = await patient.refresh(first.refresh_token);
  expect(second.refresh_token).not.toBe(first.refresh_token);
  await expect(patient.refresh(first.refresh_token)).resolves.toHaveProperty("id_token");

  const strict = await TestBrowser.open(emulator, { rotationGraceMs: 0 });
  const used = await strict.signIn(ADA);
  await strict.refresh(used.refresh_token);
  await expect(strict.refresh(used.refresh_token)).rejects.toThrow("invalid_grant");
});

test("a refresh token that was revoked is refused, by the app and by hand", async () => {
  const byHand = await TestBrowser.open(emulator);
  const lost = await byHand.signIn(ADA);
  await emulator.control.revokeTokens(byHand.clientId);
  await expect(byHand.refresh(lost.refresh_token)).rejects.toThrow("invalid_grant");

  const byApp = await TestBrowser.open(emulator);
  const given = await byApp.signIn(ADA);
  await byApp.revoke(given.refresh_token);
  await expect(byApp.refresh(given.refresh_token)).rejects.toThrow("invalid_grant");
});

test("a refresh token that comes after its grace is refused, and nothing else ends", async () => {
  const browser = await TestBrowser.open(emulator, { rotationGraceMs: 0 });
  const stale = await browser.signIn(ADA);
  const current = await browser.refresh(stale.refresh_token);
  await expect(browser.refresh(stale.refresh_token)).rejects.toThrow("invalid_grant");
  await expect(browser.refresh(current.refresh_token)).resolves.toHaveProperty("id_token");
});

test("revoking a refresh token ends one sign-in, signing out of the login pages none", async () => {
  const browser = await TestBrowser.open(emulator);
  const one = await browser.signIn(ADA);
  const two = await browser.signInAgain();
  await browser.visit(browser.logoutUrl(LOGOUT_URL));
  await browser.revoke((await browser.refresh(one.refresh_token)).refresh_token);
  await expect(browser.refresh(one.refresh_token)).rejects.toThrow("invalid_grant");
  await expect(browser.refresh(two.refresh_token)).resolves.toHaveProperty("id_token");
});

test("tokens go by the emulator's clock, and a new refresh token lasts no longer than the first", async () => {
  let aheadMs = 0;
  const later = await startTestEmulator(() => Date.now() + aheadMs);
  const browser = await TestBrowser.open(later);
  const first = await browser.signIn(ADA);
  aheadMs = hours(11);
  const second = await browser.refresh(first.refresh_token);
  expect((issuedAtMs(second.id_token) - issuedAtMs(first.id_token)) / hours(1)).toBeCloseTo(11, 1);
  aheadMs = hours(13);
  await expect(browser.refresh(second.refresh_token)).rejects.toThrow("invalid_grant");
  await later.close();
});

function issuedAtMs(idToken: string): number {
  const claims: { iat: number } = JSON.parse(
    Buffer.from(idToken.split(".")[1] ?? "", "base64url").toString("utf8"),
  );
  return claims.iat * 1000;
}
