import type { Page } from "@playwright/test";
import { expect } from "../fixtures.ts";
import { ADA, signInAs, storedUser, test } from "./sign-in-site.ts";

// Renewals because Cognito refuses a token, and renewals in several tabs.

const ANSWER_MS = 2_500;

test("tabs that must renew at the same moment do so one after the other", async ({
  page,
  context,
  emulator,
  site,
  openSignedIn,
}) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  await openSignedIn(deployment);
  // Two tabs, each with a sign-in of its own.
  const link = page.url();
  await page.goto("about:blank");
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByRole("region", { name: "Status" })).toContainText("In progress");

  await page.goto(link);
  await expect(page.getByRole("region", { name: "Status" })).toContainText("In progress");

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

  test("a token that Cognito takes for expired is renewed, and the page says nothing about it", async ({
    page,
    emulator,
    site,
    openSignedIn,
    signInSite,
  }) => {
    await page.clock.install({ time: Date.now() - 3_600_000 });
    await signInSite.setClient({ idTokenLastsMs: 4_000 });
    await openSignedIn(await emulator.start("ec2-rolling", { moment: "halfway" }));
    await signInSite.setClient({});
    const { id_token: expired, profile } = await storedUser(page);
    await expect.poll(() => Date.now() / 1000).toBeGreaterThan(profile.exp);
    await page.reload();
    await expect(page.getByRole("region", { name: "Status" })).toContainText("In progress");
    expect((await storedUser(page)).id_token).not.toBe(expired);
    const refused = await emulator.requests({ origin: site.origin, operation: "GetCredentialsForIdentity" });
    expect(refused.length).toBeGreaterThan(1);
  });
});

test.describe("with an issuer that gives no refresh tokens", () => {
  test.use({ expectsFailedRequests: true });

  test("an ID token does until Cognito refuses it; then one has to sign in again, in place", async ({
    page,
    emulator,
    open,
    signInSite,
  }) => {
    await signInSite.setClient({ idTokenLastsMs: 8_000 });
    await signInSite.setRole({ sessionLastsMs: 2_000 });
    await page.addInitScript(dropRefreshToken);
    await open(await emulator.start("ec2-rolling", { moment: "halfway" }));
    await signInAs(page, ADA);
    const status = page.getByRole("region", { name: "Status" });
    await expect(status).toContainText("In progress");
    await page.reload();
    await expect(status).toContainText("In progress");
    await expect(page.getByText("Not refreshed: Your sign-in has ended")).toBeVisible();
    await expect(status).toContainText("In progress");
    await signInSite.setClient({});
    await page.getByRole("button", { name: "Sign in again" }).click();
    await expect(page.getByRole("banner").getByRole("paragraph")).toContainText("Live");
  });
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
