import { HIDDEN_MS, JITTER } from "../../src/queries/polling/poll-interval.ts";
import { expect, test } from "../fixtures.ts";
import { allowNotifications } from "../notifications.ts";
import { card, shows } from "../page-parts.ts";
import { show } from "../page-visibility.ts";
import { COARSE_MS } from "../stopped-clock.ts";

const MINUTE = 60;

test("a tab that nobody sees asks nothing, and once when somebody comes back", async ({
  emulator,
  time,
  openTab,
}) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  const tab = await openTab(deployment);
  await time.run(5);
  await show(tab, false);
  const since = time.now;
  await time.run(MINUTE, COARSE_MS);
  expect(time.asked(since)).toEqual([]);
  await deployment.moveTo("done");
  await show(tab, true);
  await time.runUntilVisible(shows(card(tab, "Status"), "6 succeeded"), 1);
  expect(time.asked(since, "GetDeployment")).toHaveLength(1);
});

for (const { chosen, isAllowed, asksOn } of [
  { chosen: "notify", isAllowed: true, asksOn: true },
  { chosen: "notify", isAllowed: false, asksOn: false },
  { chosen: "sound", isAllowed: false, asksOn: true },
]) {
  const who = `a tab with ${chosen} chosen${isAllowed ? " and allowed" : ""}`;
  test(`${who} ${asksOn ? "goes on asking, slowly," : "asks nothing"} while nobody sees it`, async ({
    context,
    emulator,
    time,
    openTab,
  }) => {
    if (isAllowed) await allowNotifications(context);
    await context.addInitScript((name) => localStorage.setItem(`deploywatch.${name}`, "on"), chosen);
    const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
    const tab = await openTab(deployment);
    await show(tab, false);
    await time.run(20);
    const since = time.now;
    const watched = 3 * MINUTE;
    await time.run(watched, asksOn ? 1_000 : COARSE_MS);
    const asked = time.asked(since, "GetDeployment").length;
    const usual = watched / (HIDDEN_MS / 1_000);
    expect(asked).toBeGreaterThanOrEqual(asksOn ? Math.floor(usual / (1 + JITTER)) : 0);
    expect(asked).toBeLessThanOrEqual(asksOn ? Math.ceil(usual / (1 - JITTER)) : 0);
  });
}

test("a tab that was looked at, left and looked at again leaves the asking to others as soon as it is left", async ({
  emulator,
  time,
  openTab,
}) => {
  const tab = await openTab(await emulator.start("ec2-rolling", { moment: "halfway" }));
  const leads = () => tab.evaluate(async () => (await navigator.locks.query()).held?.length);
  for (const isVisible of [false, true]) {
    await show(tab, isVisible);
    await time.run(8);
  }
  await expect.poll(leads).toBe(1);
  await show(tab, false);
  await expect.poll(leads).toBe(0);
});
