import { expect, test } from "../fixtures.ts";
import { card, liveState, shows } from "../page-parts.ts";
import { COARSE_MS } from "../stopped-clock.ts";

// The browser reports a poll that is under way when the network goes.
test.use({ expectsFailedRequests: true });

test("a page without a network says so at once, and whoever asks by hand need not wait after a long outage", async ({
  page,
  context,
  emulator,
  time,
  follow,
}) => {
  // The longest delay with which pages come back after an outage.
  await page.addInitScript(() => {
    Math.random = () => 0.999;
  });
  const deployment = await emulator.start("ec2-rolling", { moment: "firstInstance" });
  await follow(deployment);
  await expect(card(page, "Status")).toContainText("0 succeeded");
  await context.setOffline(true);
  await time.runUntilVisible(shows(liveState(page), "Offline"), 1);
  await time.run(120, COARSE_MS);
  await expect(liveState(page)).toContainText("updated 2m ago");
  await deployment.moveTo("done");
  await context.setOffline(false);
  await time.run(1);
  await expect(liveState(page)).toContainText("Offline");
  await page.getByRole("button", { name: "Refresh now" }).click();
  await time.runUntilVisible(shows(card(page, "Status"), "6 succeeded"), 1, 50);
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
