import type { BrowserContext, Locator, Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { test as ownTest } from "../own-emulator.ts";
import { card, liveState, shows } from "../page-parts.ts";
import { NEXT_POLL } from "../poll-waits.ts";
import { polls, requested } from "../request-counts.ts";
import { createSignInSite, signInOn, storedUser } from "./sign-in-site.ts";

const MINUTE = 60;

ownTest(
  "a sign-in is renewed before it expires, and the page says nothing about it",
  async ({ page, emulator, site, own, time }) => {
    const { control } = own;
    await createSignInSite({ site, configs: emulator, aws: control });
    const deployment = await control.start("ec2-rolling", { moment: "firstInstance" });
    await page.goto(`${site.origin}/${deployment.region}/${deployment.deploymentId}`);
    await signInOn(page, time);
    await time.runUntilVisible(shows(card(page, "Status"), "0 succeeded"), 10);
    expect(await requested(control, site.origin, "oauth2/token")).toBe(1);

    const before = await polls(deployment);
    await deployment.moveTo("done");
    await time.sleep(56 * MINUTE);
    await time.runUntilVisible(shows(card(page, "Status"), "6 succeeded"), NEXT_POLL);
    expect(await requested(control, site.origin, "GetCredentialsForIdentity")).toBe(2);
    expect(await requested(control, site.origin, "oauth2/token"), "one renewal").toBe(2);
    expect(await requested(control, site.origin, "GetId"), "the person stays the same").toBe(1);
    expect(await polls(deployment), "nothing had to be asked twice").toBe(before + 1);
    await expect(page.getByText("Not refreshed")).toHaveCount(0);
    await expect(liveState(page)).toContainText("Final");
  },
);

test.describe("a duplicated tab", () => {
  test.use({ expectsFailedRequests: true });

  for (const [what, rotationGraceMs] of [
    ["goes on beside its original when both renew within the time of grace", MINUTE * 1_000],
    ["or its original, whoever renews too late, is asked to sign in again, in place", 0],
  ] as const) {
    ownTest(what, async ({ page, context, emulator, site, own, time }) => {
      const { control } = own;
      const signInSite = await createSignInSite({ site, configs: emulator, aws: control });
      await signInSite.setClient({ rotationGraceMs });
      // A deployment each: tabs that show the same one share its polls.
      const linkToOne = async () => {
        const { region, deploymentId } = await control.start("ec2-rolling", { moment: "halfway" });
        return `${site.origin}/${region}/${deploymentId}`;
      };
      await page.goto(await linkToOne());
      await signInOn(page, time);
      await time.runUntilVisible(shows(card(page, "Status"), "In progress"), 10);
      const copy = await duplicate(page, context);
      await copy.goto(await linkToOne());
      await time.runUntilVisible(shows(card(copy, "Status"), "In progress"), 10);
      expect((await storedUser(copy)).refresh_token).toBe((await storedUser(page)).refresh_token);

      // Both pages share the context's clock.
      await time.sleep(61 * MINUTE);
      await time.run(NEXT_POLL);
      expect(await requested(control, site.origin, "oauth2/token")).toBeGreaterThanOrEqual(3);
      const endings = (await ended(page).count()) + (await ended(copy).count());
      if (rotationGraceMs > 0) {
        expect(endings).toBe(0);
        for (const tab of [page, copy]) await expect(liveState(tab)).toContainText("Live");
        return;
      }
      expect(endings).toBe(1);
      const [loser, winner] = (await ended(page).isVisible()) ? [page, copy] : [copy, page];
      await expect(card(loser, "Status")).toContainText("In progress");
      await expect(liveState(winner)).toContainText("Live");
      const link = loser.url();
      await loser.getByRole("button", { name: "Sign in again" }).click();
      await signInOn(loser, time);
      await time.runUntilVisible(shows(card(loser, "Status"), "In progress"), 10);
      expect(loser.url()).toBe(link);
      await expect(liveState(winner)).toContainText("Live");
    });
  }
});

function ended(tab: Page): Locator {
  return tab.getByText("Not refreshed: Your sign-in has ended");
}

/** A second tab with a copy of what the first has in its storage, as "Duplicate tab" makes one. */
async function duplicate(page: Page, context: BrowserContext): Promise<Page> {
  const stored = await page.evaluate(() => Object.entries(sessionStorage));
  const copy = await context.newPage();
  await copy.addInitScript((items) => {
    if (sessionStorage.length > 0) return;
    for (const [key, value] of items) sessionStorage.setItem(key, value);
  }, stored);
  return copy;
}
