import { expect } from "../fixtures.ts";
import { liveState } from "../page-parts.ts";
import { requested } from "../request-counts.ts";
import { letIn, newTab, statusOf } from "./new-tab.ts";
import { ADA, storedNames, storedUser, test } from "./sign-in-site.ts";

// What becomes of a tab that another has let in.

test.use({ expectsFailedRequests: true });

test("a tab that was let in goes on while the tab with the tokens is there, and signs in again in place when it is gone", async ({
  page,
  context,
  emulator,
  site,
  openSignedIn,
  signInSite,
}) => {
  const start = () => emulator.start("ec2-rolling", { moment: "halfway" });
  await openSignedIn(await start());

  await test.step("it is renewed by the tab with the tokens when AWS refuses its credentials", async () => {
    const deployment = await start();
    const tab = await letIn(context, site, deployment);
    const before = await requested(emulator, site.origin, "GetCredentialsForIdentity");
    await emulator.expireSessions(signInSite.roleName);
    await deployment.moveTo("done");
    await expect(statusOf(tab.page)).toContainText("6 succeeded");
    await expect(tab.page.getByText("Not refreshed")).toHaveCount(0);
    expect(await requested(emulator, site.origin, "GetCredentialsForIdentity")).toBeGreaterThan(before);
    expect(tab.asked).not.toContain("GetCredentialsForIdentity");
    await expect(liveState(page)).toContainText("Live");
    await tab.page.close();
  });

  await test.step("it is let in with credentials that have been refused meanwhile, which the tab with the tokens replaces", async () => {
    // Nothing is asked for any more by the tab that lets in: it does not know.
    await emulator.expireSessions(signInSite.roleName);
    const tab = await letIn(context, site, await start());
    expect(tab.documents).toEqual([site.origin]);
    expect(await storedNames(tab.page)).toEqual([]);
    await tab.page.close();
  });

  await test.step("it keeps what it shows when the tab with the tokens is gone and its credentials end, and signs in again in place", async () => {
    const { page: tab } = await letIn(context, site, await start());
    await page.close();
    await expect(liveState(tab)).toContainText("Live");
    await emulator.expireSessions(signInSite.roleName);
    await expect(tab.getByText("Not refreshed: Your sign-in has ended")).toBeVisible();
    await expect(statusOf(tab)).toContainText("In progress");
    const link = tab.url();
    await tab.getByRole("button", { name: "Sign in again" }).click();
    // The issuer's session is there: nothing is asked.
    await expect(liveState(tab)).toContainText("Live");
    expect(tab.url()).toBe(link);
    expect(await storedNames(tab)).not.toEqual([]);
  });
});

test("a tab that was let in ends when another tab signs out, and lets nobody in any more", async ({
  page,
  context,
  emulator,
  site,
  openSignedIn,
  signInSite,
}) => {
  await openSignedIn(await emulator.start("ec2-rolling", { moment: "halfway" }));
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  const { page: tab } = await letIn(context, site, deployment);
  await page.getByRole("button", { name: ADA.username }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(tab.getByText("Not refreshed: Your sign-in has ended")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Watch a deployment" })).toBeVisible();
  const next = await newTab(context, site, deployment);
  await expect(next.page).toHaveURL(new RegExp(`^${signInSite.domain}/login/`));
});

test("a tab that was let in can sign out, which ends the tab with the tokens and has them revoked", async ({
  page,
  context,
  emulator,
  site,
  openSignedIn,
}) => {
  await openSignedIn(await emulator.start("ec2-rolling", { moment: "halfway" }));
  const { refresh_token: token } = await storedUser(page);
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  const { page: tab } = await letIn(context, site, deployment);
  await tab.getByRole("button", { name: ADA.username }).click();
  await tab.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("Not refreshed: Your sign-in has ended")).toBeVisible();
  expect(await storedNames(page)).toEqual([]);
  await expect(tab.getByRole("heading", { name: "Watch a deployment" })).toBeVisible();
  expect(token).not.toBe("");
  await expect.poll(() => requested(emulator, site.origin, "oauth2/revoke")).toBe(1);
});
