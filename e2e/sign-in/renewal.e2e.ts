import type { BrowserContext, Locator, Page } from "@playwright/test";
import type { Control } from "../../emulator/control/control-client.ts";
import { expect, test } from "../fixtures.ts";
import { test as ownTest } from "../own-emulator.ts";
import { card, liveState } from "../page-parts.ts";
import { polls, requested } from "../request-counts.ts";
import { ADA, createSignInSite, signInAs, storedUser } from "./sign-in-site.ts";

const MINUTE_MS = 60_000;

ownTest(
  "a sign-in is renewed before it expires, and the page says nothing about it",
  async ({ page, emulator, site, own }) => {
    const { control, pass } = own;
    await createSignInSite({ site, configs: emulator, aws: control });
    const deployment = await control.start("ec2-rolling", { moment: "firstInstance" });
    await page.clock.install();
    await page.goto(`${site.origin}/${deployment.region}/${deployment.deploymentId}`);
    await signInAs(page, ADA);
    await expect(card(page, "Status")).toContainText("0 succeeded");
    expect(await requested(control, site.origin, "oauth2/token")).toBe(1);

    await fallSilent(control, site.origin, page);
    pass(56 * MINUTE_MS);
    const before = await polls(deployment);
    await deployment.moveTo("done");
    await wakeAfter(page, 56 * MINUTE_MS);
    await expect(card(page, "Status")).toContainText("6 succeeded");
    await expect.poll(() => requested(control, site.origin, "GetCredentialsForIdentity")).toBe(2);
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
    ["goes on beside its original when both renew within the time of grace", MINUTE_MS],
    ["or its original, whoever renews too late, is asked to sign in again, in place", 0],
  ] as const) {
    ownTest(what, async ({ page, context, emulator, site, own }) => {
      const { control, pass } = own;
      const signInSite = await createSignInSite({ site, configs: emulator, aws: control });
      await signInSite.setClient({ rotationGraceMs });
      // A deployment each: tabs that show the same one share its polls.
      const linkToOne = async () => {
        const { region, deploymentId } = await control.start("ec2-rolling", { moment: "halfway" });
        return `${site.origin}/${region}/${deploymentId}`;
      };
      await page.clock.install();
      await page.goto(await linkToOne());
      await signInAs(page, ADA);
      await expect(card(page, "Status")).toContainText("In progress");
      const copy = await duplicate(page, context);
      await copy.goto(await linkToOne());
      await expect(card(copy, "Status")).toContainText("In progress");
      expect((await storedUser(copy)).refresh_token).toBe((await storedUser(page)).refresh_token);

      await fallSilent(control, site.origin, page);
      pass(61 * MINUTE_MS);
      // For both pages: they share the context's clock.
      await wakeAfter(page, 61 * MINUTE_MS);
      await expect.poll(() => requested(control, site.origin, "oauth2/token")).toBeGreaterThanOrEqual(3);
      const endings = async () => (await ended(page).count()) + (await ended(copy).count());
      if (rotationGraceMs > 0) {
        for (const tab of [page, copy]) await expect(liveState(tab)).toContainText("Live");
        expect(await endings()).toBe(0);
        return;
      }
      await expect.poll(endings).toBe(1);
      const [loser, winner] = (await ended(page).isVisible()) ? [page, copy] : [copy, page];
      await expect(card(loser, "Status")).toContainText("In progress");
      await expect(liveState(winner)).toContainText("Live");
      const link = loser.url();
      await loser.getByRole("button", { name: "Sign in again" }).click();
      await signInAs(loser, ADA);
      await expect(card(loser, "Status")).toContainText("In progress");
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

/** Stops the clock of the context's pages, and waits until all of their requests are answered. */
async function fallSilent(control: Control, origin: string, page: Page): Promise<void> {
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 3_000));
  let answered = -1;
  const isSilent = async () => {
    const requests = await control.requests({ origin });
    const before = answered;
    answered = requests.filter(({ status }) => status !== undefined).length;
    return answered === before && answered === requests.length;
  };
  await expect.poll(isSilent, { intervals: [500] }).toBe(true);
}

/** Sets the page's clock forward, as after a sleep, and lets it run again. */
async function wakeAfter(page: Page, ms: number): Promise<void> {
  await page.clock.fastForward(ms);
  await page.clock.resume();
}
