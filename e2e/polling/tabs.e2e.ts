import { report } from "../../tools/load/report.ts";
import { expect, test } from "../fixtures.ts";
import { card, shows } from "../page-parts.ts";
import { NEXT_POLL } from "../poll-waits.ts";
import { show } from "../page-visibility.ts";

const MINUTE = 60;

test("four tabs on one deployment ask AWS hardly more than one, and all of them see what changes", async ({
  emulator,
  time,
  openTab,
}) => {
  const counts: number[] = [];
  for (const tabCount of [1, 4]) {
    const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
    const tabs = [];
    while (tabs.length < tabCount) tabs.push(await openTab(deployment));
    const since = time.now;
    await time.run(2 * MINUTE);
    counts.push(time.asked(since).length);
    await deployment.moveTo("done");
    for (const tab of tabs)
      await time.runUntilVisible(shows(card(tab, "Status"), "6 succeeded"), 2 * NEXT_POLL);
    await Promise.all(tabs.map((tab) => tab.close()));
  }
  const [alone = 0, together = 0] = counts;
  report("Requests to AWS of tabs of one browser, two minutes", [
    { "one tab": alone, "four tabs": together },
  ]);
  expect(alone).toBeGreaterThan(40);
  expect(together).toBeGreaterThan(alone * 0.7);
  expect(together).toBeLessThanOrEqual(alone * 1.3);
});

test("when the tab that asks is closed or out of sight, another takes over", async ({
  emulator,
  time,
  openTab,
}) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  const first = await openTab(deployment);
  const second = await openTab(deployment);
  const third = await openTab(deployment);
  await time.run(10);
  await show(first, false);
  const since = time.now;
  await time.run(30);
  expect(time.asked(since, "GetDeployment").length).toBeGreaterThanOrEqual(4);
  await second.close();
  await deployment.moveTo("done");
  await time.runUntilVisible(shows(card(third, "Status"), "6 succeeded"), 2 * NEXT_POLL);
});

test("a paused tab stays as it is, whatever the others hear, and asks as soon as it is resumed", async ({
  emulator,
  time,
  openTab,
}) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  const paused = await openTab(deployment);
  const other = await openTab(deployment);
  await paused.getByRole("button", { name: "Pause refreshing" }).click();
  await deployment.moveTo("done");
  await time.runUntilVisible(shows(card(other, "Status"), "6 succeeded"), 2 * NEXT_POLL);
  await time.run(5);
  await expect(card(paused, "Status")).toContainText("In progress");
  await paused.getByRole("button", { name: "Resume refreshing" }).click();
  await time.runUntilVisible(shows(card(paused, "Status"), "6 succeeded"), 1);
});

for (const api of ["BroadcastChannel", "locks"] as const) {
  test(`without ${api} each tab asks AWS by itself`, async ({ context, emulator, time, openTab }) => {
    await context.addInitScript((missing) => {
      if (missing === "locks") Object.defineProperty(Navigator.prototype, "locks", { value: undefined });
      else Reflect.deleteProperty(globalThis, missing);
    }, api);
    const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
    const first = await openTab(deployment);
    const second = await openTab(deployment);
    await deployment.moveTo("done");
    for (const tab of [first, second])
      await time.runUntilVisible(shows(card(tab, "Status"), "6 succeeded"), 2 * NEXT_POLL);
  });
}
