import { expect, test } from "../fixtures.ts";
import { card, liveState, shows } from "../page-parts.ts";

const MINUTE = 60;
/** Longer than from a request to its second try, and shorter than from that to the next round (seconds). */
const ROUND_S = 3;

test.describe("while AWS fails", () => {
  test.use({ expectsFailedRequests: true });

  for (const [what, effect, words] of [
    ["has a fault", { kind: "answer", status: 503, body: "{}" }, "Reconnecting"],
    ["throttles", { kind: "throttle", ratePerSecond: 0, burst: 0 }, "AWS is rate limiting"],
  ] as const) {
    test(`every tab says that AWS ${what}, one of them asks, and all of them see the way back`, async ({
      emulator,
      time,
      openTab,
    }) => {
      const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
      const tabs = [];
      while (tabs.length < 3) tabs.push(await openTab(deployment));
      // A tab that has heard nothing yet asks by itself.
      await time.run(12);
      const fault = await deployment.fault(effect, { operation: "GetDeployment" });
      const since = time.now;
      await time.run(40);
      for (const tab of tabs) await expect(liveState(tab)).toContainText(words);
      // One tab asks after 5, 10 and 20 s, each time with a quick second try where AWS has a fault. A second one may ask when that begins.
      const asked = time.asked(since, "GetDeployment").map(({ at }) => at);
      expect(asked.length).toBeGreaterThanOrEqual(3);
      const rounds = asked.map((at) => asked.filter((other) => Math.abs(other - at) < ROUND_S).length);
      expect(Math.max(...rounds), `${asked.join()} from ${since}`).toBeLessThanOrEqual(4);
      const later = rounds.filter((_, place) => (asked[place] ?? 0) - (asked[0] ?? 0) >= ROUND_S);
      expect(Math.max(...later), `${asked.join()} from ${since}`).toBeLessThanOrEqual(2);
      await fault.clear();
      await deployment.moveTo("done");
      for (const tab of tabs) await time.runUntilVisible(shows(card(tab, "Status"), "6 succeeded"), 60);
    });
  }
});

test("a tab that asks for the others and falls silent, as one that the browser has frozen, is replaced", async ({
  context,
  emulator,
  site,
  time,
  openTab,
}) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  const name = `deploywatch ${site.identityPoolId} ${deployment.region}/${deployment.deploymentId}`;
  // It holds the lock of the tab that asks, and announces a poll that never comes.
  const frozen = await context.newPage();
  await frozen.goto(`${site.origin}/config.json`);
  await frozen.evaluate((lock) => {
    void navigator.locks.request(lock, () => new Promise(() => {}));
  }, name);
  const tab = await openTab(deployment);
  await frozen.evaluate((lock) => {
    const line = `${lock} ${localStorage.getItem("deploywatch.tabs")}`;
    const nowMs = Date.now();
    const last = { version: 3, topic: "deployment", askedAtMs: nowMs, atMs: nowMs, nextInMs: 5_000 };
    const channel = new BroadcastChannel(line);
    const send = channel.postMessage.bind(channel);
    send(last);
  }, name);
  const since = time.now;
  await time.run(8);
  expect(time.asked(since, "GetDeployment"), "the next message is not overdue yet").toEqual([]);
  await deployment.moveTo("done");
  await time.runUntilVisible(shows(card(tab, "Status"), "6 succeeded"), 12);
  const locks = await tab.evaluate(() => navigator.locks.query());
  expect(locks.held).toHaveLength(1);
  await frozen.close();
  expect((await tab.evaluate(() => navigator.locks.query())).held, "its own").toHaveLength(1);
});

test.describe("when the clock is set back", () => {
  // AWS refuses the first signature with the new time, which tells the SDK what AWS's is.
  test.use({ expectsFailedRequests: true });

  test("the page goes on being refreshed", async ({ context, emulator, time, openTab }) => {
    const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
    const tab = await openTab(deployment);
    await time.run(10);
    await context.clock.setSystemTime((await tab.evaluate(() => Date.now())) - 10 * MINUTE * 1_000);
    await deployment.moveTo("done");
    await time.runUntilVisible(shows(card(tab, "Status"), "6 succeeded"), 10);
  });
});
