import { expect } from "../fixtures.ts";
import { ADA, signInAs, storedNames, storedUser, test, tryRefreshToken } from "./sign-in-site.ts";

test("signing out ends the sign-in everywhere: tokens, the issuer's session, other tabs", async ({
  page,
  context,
  emulator,
  site,
  openSignedIn,
  signInSite,
}) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  await openSignedIn(deployment);
  const other = await context.newPage();
  await other.goto(`${site.origin}/${deployment.region}/${deployment.deploymentId}`);
  // The issuer's session is there, so the second tab is signed in without being asked.
  await expect(other.getByRole("region", { name: "Status" })).toContainText("In progress");
  const held = [await storedUser(page), await storedUser(other)].map((user) => user.refresh_token);
  expect(new Set(held).size, "each tab has a sign-in of its own").toBe(2);

  await page.getByRole("button", { name: "ada@example.com" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Watch a deployment" })).toBeVisible();
  expect(page.url()).toBe(`${site.origin}/`);
  await expect(page.getByRole("banner").getByRole("button", { name: "Sign in" })).toBeVisible();
  await expect(other.getByText("Not refreshed: Your sign-in has ended")).toBeVisible();
  expect(await storedNames(page)).toEqual([]);
  expect(await storedNames(other)).toEqual([]);
  for (const token of held) {
    await expect.poll(() => tryRefreshToken(signInSite, token)).toBe("invalid_grant");
  }

  await page.getByRole("banner").getByRole("button", { name: "Sign in" }).click();
  await expect(page, "the issuer asks again who it is").toHaveURL(new RegExp(`^${signInSite.domain}/login/`));
});

test("a page from the browser's back/forward cache shows nothing any more after a sign-out", async ({
  page,
  context,
  emulator,
  openSignedIn,
}) => {
  await openSignedIn(await emulator.start("ec2-rolling", { moment: "halfway" }));
  await context.clearCookies();
  // As if the page had been left, somebody had signed out in this tab, and "back" had brought it from the browser's cache.
  await page.evaluate(() => {
    sessionStorage.clear();
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  });
  await expect(page.getByLabel("Email")).toBeVisible();
});

test.describe("while the issuer does not answer", () => {
  test.use({ expectsFailedRequests: true });

  test("signing out clears the tab all the same, and waits for nothing", async ({
    page,
    emulator,
    site,
    open,
  }) => {
    await emulator.fault({
      match: { origin: site.origin, operation: "oauth2/revoke" },
      effect: { kind: "hang" },
    });
    await open(await emulator.start("ec2-rolling", { moment: "halfway" }));
    await signInAs(page, ADA);
    await page.getByRole("button", { name: "ada@example.com" }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect.poll(() => storedNames(page)).toEqual([]);
    await expect(page.getByRole("heading", { name: "Watch a deployment" })).toBeVisible();
    await expect(page.getByRole("banner").getByRole("button", { name: "Sign in" })).toBeVisible();
  });
});
