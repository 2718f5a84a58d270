import { expect, test } from "./fixtures.ts";
import { card, liveState } from "./page-parts.ts";
import { expectSucceeded, openTab, polls, runWithAnswers, stopClock } from "./tabs-in-time.ts";

const MINUTE = 60;

test.describe("while AWS fails", () => {
  test.use({ expectsFailedRequests: true });

  for (const [what, effect, words] of [
    ["has a fault", { kind: "answer", status: 503, body: "{}" }, "Reconnecting"],
    ["throttles", { kind: "throttle", ratePerSecond: 0, burst: 0 }, "AWS is rate limiting"],
  ] as const) {
    test(`every tab says that AWS ${what}, one of them asks, and all of them see the way back`, async ({
      context,
      emulator,
      site,
    }) => {
      const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
      const url = `${site.origin}/${deployment.region}/${deployment.deploymentId}`;
      await context.clock.install();
      const first = await openTab(context, url);
      const tabs = [first, await openTab(context, url), await openTab(context, url)];
      await stopClock(context, first);
      await runWithAnswers(context, 10);
      const fault = await deployment.fault(effect, { operation: "GetDeployment" });
      const before = await polls(deployment);
      await runWithAnswers(context, 40);
      for (const tab of tabs) await expect(liveState(tab)).toContainText(words, { timeout: 200 });
      // 5 + 10 + 20 s, each with its quick second try, would be seven of one tab.
      expect((await polls(deployment)) - before).toBeLessThanOrEqual(9);
      await fault.clear();
      await deployment.moveTo("done");
      await runWithAnswers(context, 60);
      for (const tab of tabs) await expectSucceeded(context, tab);
    });
  }
});

test("what does not fit on the line between tabs changes nothing", async ({ page, emulator, site, open }) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  await open(deployment);
  await expect(card(page, "Status")).toContainText("In progress");
  const name = `deploywatch ${site.identityPoolId} ${deployment.region}/${deployment.deploymentId}`;
  await page.evaluate((line) => {
    const channel = new BroadcastChannel(line);
    const send = channel.postMessage.bind(channel);
    const older = { version: 2, topic: "deployment", askedAtMs: 1, atMs: 1, nextInMs: 1 };
    send("nonsense");
    send({ ...older, body: { deployment: { status: "Succeeded" }, raw: {} } });
    send({ ...older, askedAtMs: 9e15, body: { deployment: { status: "Succeeded" }, raw: {} } });
    send({ ...older, askedAtMs: Date.now(), body: { deployment: { status: 7 }, raw: {} } });
    send({ ...older, version: 99, askedAtMs: Date.now(), body: { deployment: {}, raw: {} } });
  }, name);
  await page.getByRole("button", { name: "UTC" }).click();
  await expect(card(page, "Status")).toContainText("In progress");
});

test.describe("when the clock is set back", () => {
  // AWS refuses the first signature with the new time, which tells the SDK what AWS's is.
  test.use({ expectsFailedRequests: true });

  test("the page goes on being refreshed", async ({ page, emulator, open }) => {
    await page.clock.install();
    const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
    await open(deployment);
    await expect(card(page, "Raw")).toBeVisible();
    await stopClock(page.context(), page);
    await runWithAnswers(page.context(), 10);
    await page.clock.setSystemTime((await page.evaluate(() => Date.now())) - 10 * MINUTE * 1_000);
    await deployment.moveTo("done");
    await page.getByRole("button", { name: "Refresh now" }).click();
    await expectSucceeded(page.context(), page);
  });
});
