import { expect, test } from "./fixtures.ts";
import { card } from "./page-parts.ts";
import {
  allRequests,
  expectSucceeded,
  openTab,
  polls,
  run,
  runWithAnswers,
  stopClock,
} from "./tabs-in-time.ts";
import { show } from "./page-time.ts";

const MINUTE = 60;

test("four tabs on one deployment ask AWS hardly more than one, and all of them see what changes", async ({
  context,
  emulator,
  site,
}) => {
  const counts: number[] = [];
  for (const tabCount of [1, 4]) {
    const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
    const url = `${site.origin}/${deployment.region}/${deployment.deploymentId}`;
    await context.clock.install();
    await context.clock.resume();
    const first = await openTab(context, url);
    const tabs = [first];
    while (tabs.length < tabCount) tabs.push(await openTab(context, url));
    await stopClock(context, first);
    const before = await allRequests(deployment);
    await runWithAnswers(context, 2 * MINUTE);
    counts.push((await allRequests(deployment)) - before);
    await deployment.moveTo("done");
    await run(context, 14);
    for (const tab of tabs) await expectSucceeded(context, tab);
    await Promise.all(tabs.map((tab) => tab.close()));
  }
  const [alone = 0, together = 0] = counts;
  expect(alone).toBeGreaterThan(20);
  expect(together).toBeLessThanOrEqual(alone * 1.3);
});

test("when the tab that asks is closed or out of sight, another takes over", async ({
  context,
  emulator,
  site,
}) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  const url = `${site.origin}/${deployment.region}/${deployment.deploymentId}`;
  await context.clock.install();
  const [first, second, third] = [
    await openTab(context, url),
    await openTab(context, url),
    await openTab(context, url),
  ];
  await stopClock(context, first);
  await run(context, 10);
  await show(first, false);
  const before = await polls(deployment);
  await run(context, 30);
  expect((await polls(deployment)) - before).toBeGreaterThanOrEqual(3);
  await second.close();
  await deployment.moveTo("done");
  await run(context, 14);
  await expectSucceeded(context, third);
});

test("a paused tab stays as it is, whatever the others hear", async ({ context, emulator, site }) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  const url = `${site.origin}/${deployment.region}/${deployment.deploymentId}`;
  await context.clock.install();
  const paused = await openTab(context, url);
  const other = await openTab(context, url);
  await paused.getByRole("button", { name: "Pause refreshing" }).click();
  await stopClock(context, paused);
  await deployment.moveTo("done");
  await run(context, 14);
  await expectSucceeded(context, other);
  await expect(card(paused, "Status")).toContainText("In progress");
  await paused.getByRole("button", { name: "Resume refreshing" }).click();
  await run(context, 8);
  await expectSucceeded(context, paused);
});

for (const api of ["BroadcastChannel", "locks"] as const) {
  test(`without ${api} each tab looks after itself`, async ({ context, emulator, site }) => {
    await context.addInitScript((missing) => {
      if (missing === "locks") Object.defineProperty(Navigator.prototype, "locks", { value: undefined });
      else Reflect.deleteProperty(globalThis, missing);
    }, api);
    const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
    const url = `${site.origin}/${deployment.region}/${deployment.deploymentId}`;
    await context.clock.install();
    const first = await openTab(context, url);
    const second = await openTab(context, url);
    await stopClock(context, first);
    await deployment.moveTo("done");
    await run(context, 14);
    for (const tab of [first, second]) await expectSucceeded(context, tab);
  });
}
