import type { Page } from "@playwright/test";
import { expect } from "../fixtures.ts";
import { test as ownTest } from "../own-emulator.ts";
import { liveState, shows } from "../page-parts.ts";
import { stopClock } from "../stopped-clock.ts";
import { createSignInSite, openSignedInApart, signInOn, storedUser, test } from "./sign-in-site.ts";

// Renewals because Cognito refuses a token, and renewals in several tabs.

const ANSWER_MS = 2_500;
/** How long an ID token lasts that is to expire. */
const TOKEN_MS = 10_000;

test("tabs that must renew at the same moment do so one after the other", async ({
  page,
  emulator,
  site,
  openSignedIn,
}) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  await openSignedIn(deployment);
  const other = await openSignedInApart(page);
  await age(page);
  await age(other);
  const match = { origin: site.origin, operation: "oauth2/token" };
  await emulator.fault({ match, effect: { kind: "delay", delayMs: ANSWER_MS } });
  const before = (await emulator.requests(match)).length;
  await Promise.all([page.reload(), other.reload()]);
  await expect(page.getByRole("region", { name: "Status" })).toContainText("In progress");
  await expect(other.getByRole("region", { name: "Status" })).toContainText("In progress");
  const [first, second, ...more] = (await emulator.requests(match)).slice(before).map(({ time }) => time);
  expect(more, "one renewal each").toEqual([]);
  expect(Number(second) - Number(first)).toBeGreaterThanOrEqual(ANSWER_MS);
});

test.describe("on a device whose clock is an hour slow", () => {
  test.use({ expectsFailedRequests: true });

  ownTest(
    "a token that Cognito takes for expired is renewed, and the page says nothing about it",
    async ({ page, context, emulator, site, own, open }) => {
      const { control } = own;
      const signInSite = await createSignInSite({ site, configs: emulator, aws: control });
      own.stopClock();
      const time = await stopClock(context, { time: Date.now() - 3_600_000, alongside: own.pass });
      await signInSite.setClient({ idTokenLastsMs: TOKEN_MS });
      await open(await control.start("ec2-rolling", { moment: "halfway" }));
      await signInOn(page, time);
      const status = page.getByRole("region", { name: "Status" });
      await time.runUntilVisible(shows(status, "In progress"), 10);
      await signInSite.setClient({});
      const { id_token: expired } = await storedUser(page);
      own.pass(TOKEN_MS);
      await page.reload();
      await time.runUntilVisible(shows(status, "In progress"), 10);
      expect((await storedUser(page)).id_token).not.toBe(expired);
      const match = { origin: site.origin, operation: "GetCredentialsForIdentity" };
      expect((await control.requests(match)).length).toBeGreaterThan(1);
    },
  );
});

test.describe("with an issuer that gives no refresh tokens", () => {
  test.use({ expectsFailedRequests: true });

  ownTest(
    "an ID token does until Cognito refuses it; then one has to sign in again, in place",
    async ({ page, emulator, site, own, time, open }) => {
      const { control } = own;
      const signInSite = await createSignInSite({ site, configs: emulator, aws: control });
      await signInSite.setClient({ idTokenLastsMs: 2 * TOKEN_MS });
      await signInSite.setRole({ sessionLastsMs: TOKEN_MS });
      await page.addInitScript(dropRefreshToken);
      await open(await control.start("ec2-rolling", { moment: "halfway" }));
      await signInOn(page, time);
      const status = page.getByRole("region", { name: "Status" });
      await time.runUntilVisible(shows(status, "In progress"), 10);
      await page.reload();
      await time.runUntilVisible(shows(status, "In progress"), 10);
      await time.runUntilVisible(page.getByText("Not refreshed: Your sign-in has ended"), TOKEN_MS / 250);
      await expect(status).toContainText("In progress");
      await signInSite.setClient({});
      await page.getByRole("button", { name: "Sign in again" }).click();
      await time.runUntilVisible(shows(liveState(page), "Live"), 10);
    },
  );
});

/** Makes a tab's token look expired to the page. */
async function age(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const [key, value] of Object.entries(sessionStorage)) {
      if (!key.startsWith("deploywatch.oidc.user:")) continue;
      const user = JSON.parse(value);
      user.profile.iat -= 7_200;
      user.profile.exp -= 7_200;
      sessionStorage.setItem(key, JSON.stringify(user));
    }
  });
}

/** Leaves a tab no refresh token, from the next page on. */
function dropRefreshToken(): void {
  for (const [key, value] of Object.entries(sessionStorage)) {
    if (!key.startsWith("deploywatch.oidc.user:")) continue;
    const { refresh_token: _dropped, ...user } = JSON.parse(value);
    sessionStorage.setItem(key, JSON.stringify(user));
  }
}
