import { expect, test } from "../fixtures.ts";
import { card, liveState } from "../page-parts.ts";

// The browser reports a poll that is under way when the network goes.
test.use({ expectsFailedRequests: true });

test("a page without a network says so at once, and whoever asks by hand need not wait after a long outage", async ({
  page,
  context,
  emulator,
  open,
}) => {
  await page.clock.install();
  // The longest delay with which pages come back after an outage.
  await page.addInitScript(() => {
    Math.random = () => 0.999;
  });
  const deployment = await emulator.start("ec2-rolling", { moment: "firstInstance" });
  await open(deployment);
  await expect(card(page, "Status")).toContainText("0 succeeded");
  // All parts of the page are there, and nothing is on its way.
  await expect(card(page, "Raw")).toBeVisible();
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await expect(liveState(page)).toContainText("Offline");
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 120_000);
  await expect(liveState(page)).toContainText("updated 2m ago");
  await deployment.moveTo("done");
  await context.setOffline(false);
  await page.clock.runFor(1_000);
  await expect(liveState(page)).toContainText("Offline");
  await page.getByRole("button", { name: "Refresh now" }).click();
  await expect(async () => {
    await page.clock.runFor(50);
    await expect(card(page, "Status")).toContainText("6 succeeded", { timeout: 200 });
  }).toPass();
  await expect(liveState(page)).not.toContainText("Offline");
});

test("a page that is opened without a network does not wait in silence, and shows the deployment when there is one", async ({
  page,
  emulator,
  open,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, "onLine", { get: () => Reflect.has(window, "hasNetwork") });
  });
  await open(await emulator.start("ec2-rolling", { moment: "halfway" }));
  await expect(page.getByRole("main")).toContainText("AWS cannot be reached");
  await page.evaluate(() => {
    Object.assign(window, { hasNetwork: true });
    window.dispatchEvent(new Event("online"));
  });
  await expect(card(page, "Status")).toContainText("In progress");
});
