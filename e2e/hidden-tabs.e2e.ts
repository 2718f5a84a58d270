import { expect, test } from "./fixtures.ts";
import { card } from "./page-parts.ts";
import { show } from "./page-time.ts";
import { expectSucceeded, polls, run, runWithAnswers, stopClock } from "./tabs-in-time.ts";

const MINUTE = 60;

test("a tab that nobody sees asks nothing, and once when somebody comes back", async ({
  page,
  emulator,
  open,
}) => {
  await page.clock.install();
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  await open(deployment);
  await expect(card(page, "Raw")).toBeVisible();
  await stopClock(page.context(), page);
  await runWithAnswers(page.context(), 5);
  await show(page, false);
  const before = await polls(deployment);
  await page.clock.runFor(MINUTE * 1_000);
  expect(await polls(deployment)).toBe(before);
  await deployment.moveTo("done");
  await show(page, true);
  await expectSucceeded(page.context(), page);
  expect(await polls(deployment)).toBe(before + 1);
});

test("a tab that is to tell of the end goes on asking while nobody sees it, slowly", async ({
  page,
  emulator,
  open,
}) => {
  await page.context().grantPermissions(["notifications"]);
  await page.addInitScript(() => localStorage.setItem("deploywatch.notify", "on"));
  await page.clock.install();
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  await open(deployment);
  await expect(card(page, "Raw")).toBeVisible();
  await stopClock(page.context(), page);
  await show(page, false);
  await run(page.context(), 20);
  const before = await polls(deployment);
  await run(page.context(), 3 * MINUTE);
  const asked = (await polls(deployment)) - before;
  expect(asked).toBeGreaterThanOrEqual(4);
  expect(asked).toBeLessThanOrEqual(6);
});

test("a tab that was looked at, left and looked at again leaves the asking to others as soon as it is left", async ({
  page,
  emulator,
  open,
}) => {
  await page.clock.install();
  await open(await emulator.start("ec2-rolling", { moment: "halfway" }));
  await expect(card(page, "Raw")).toBeVisible();
  await stopClock(page.context(), page);
  const leads = () => page.evaluate(async () => (await navigator.locks.query()).held?.length);
  for (const isVisible of [false, true]) {
    await show(page, isVisible);
    await runWithAnswers(page.context(), 8);
  }
  await expect.poll(leads).toBe(1);
  await show(page, false);
  await expect.poll(leads).toBe(0);
});
