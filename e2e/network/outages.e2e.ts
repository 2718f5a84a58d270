import { expect, test } from "../fixtures.ts";
import { test as ownTest } from "../own-emulator.ts";
import { card, liveState, shows } from "../page-parts.ts";
import {
  AFTER_FAILURES,
  AFTER_ONE_FAILURE,
  AFTER_TWO_FAILURES,
  NEXT_POLL,
  intervals,
  longest,
} from "../poll-waits.ts";
import { COARSE_MS } from "../stopped-clock.ts";

// Failures besides a single faulty answer: of the connection, and of the whole service for a while.

test.use({ expectsFailedRequests: true });

const MINUTE = 60;

ownTest(
  "a connection that is refused leaves the last good answer where it is, and is back by itself",
  async ({ page, time, follow, own, line }) => {
    const deployment = await own.control.start("ec2-rolling", { moment: "firstInstance" });
    await follow(deployment, "0 succeeded");
    await deployment.moveTo("done");
    await line.cut();
    // Two polls with a second try each, and the wait between them.
    const toldWithin = NEXT_POLL + longest(AFTER_ONE_FAILURE) + 3;
    await time.runUntilVisible(page.getByText("Not refreshed: AWS cannot be reached"), toldWithin);
    await expect(card(page, "Status")).toContainText("0 succeeded");
    await expect(liveState(page)).toContainText("Reconnecting");
    await line.mend();
    await time.runUntilVisible(shows(card(page, "Status"), "6 succeeded"), longest(AFTER_TWO_FAILURES));
    await expect(page.getByText("Not refreshed")).toHaveCount(0);
  },
);

ownTest(
  "a connection that is refused from the start says so, and is tried again by itself until it is not",
  async ({ page, time, open, own, line }) => {
    const deployment = await own.control.start("ec2-rolling", { moment: "firstInstance" });
    await line.cut();
    await open(deployment);
    await time.runUntilVisible(page.getByRole("heading", { name: "AWS cannot be reached" }), 2);
    await expect(page.getByRole("main")).toContainText("Trying again by itself in");
    await line.mend();
    await time.runUntilVisible(shows(card(page, "Status"), "0 succeeded"), longest(AFTER_ONE_FAILURE));
  },
);

test("a single fault among the answers is followed by one more try within a second, and the page says nothing about it", async ({
  page,
  emulator,
  time,
  followOn,
}) => {
  for (const [what, effect] of [
    ["a 500", { kind: "error", type: "InternalFailure", message: "Oops", status: 500 }],
    ["a 502", { kind: "answer", status: 502, body: "<html>Bad gateway</html>" }],
    ["a 503", { kind: "answer", status: 503 }],
    ["a 503 of a proxy", { kind: "answer", status: 503, hasCors: false }],
  ] as const) {
    await test.step(`${what} among the answers is followed by one more try within a second, and the page says nothing about it`, async () => {
      const stepMs = 100;
      const deployment = await emulator.start("ec2-rolling", { moment: "firstInstance" });
      await followOn(deployment, "0 succeeded");
      await time.runUntilVisible(shows(liveState(page), "Live"), 5, stepMs);
      const armedAt = time.now;
      await deployment.fault(effect, { operation: "GetDeployment", times: 1 });
      await deployment.moveTo("done");
      const asked = () => time.asked(armedAt, "GetDeployment");
      while (asked().length < 1 && time.now - armedAt < NEXT_POLL) await time.run(stepMs / 1_000, stepMs);
      await expect(liveState(page)).toContainText("Live");
      await expect(card(page, "Status")).toContainText("0 succeeded");
      await time.runUntilVisible(shows(card(page, "Status"), "6 succeeded"), 1 + stepMs / 1_000, stepMs);
      await expect(page.getByText("Not refreshed")).toHaveCount(0);
      expect(asked()).toHaveLength(2);
      const [pause = Infinity] = intervals(asked());
      expect(pause).toBeLessThanOrEqual(1);
    });
  }
});

test("a minute of 503 is told within 20 s, and the page recovers when it is over", async ({
  page,
  emulator,
  time,
  followOn,
}) => {
  for (const [how, within] of [
    ["by hand at once", 1],
    ["by itself within a minute", longest(AFTER_FAILURES[3] ?? Number.NaN)],
  ] as const) {
    await test.step(`a minute of 503 is told within 20 s, and the page recovers ${how} when it is over`, async () => {
      const deployment = await emulator.start("ec2-rolling", { moment: "firstInstance" });
      await followOn(deployment, "0 succeeded");
      const status = card(page, "Status");
      const fault = await deployment.fault({ kind: "answer", status: 503 }, { operation: "GetDeployment" });
      const armedAt = time.now;
      await time.runUntilVisible(page.getByText("Not refreshed: AWS has a fault"), 20);
      await time.run(armedAt + MINUTE - time.now);
      await expect(status).toContainText("0 succeeded");
      await expect(liveState(page)).toContainText("Reconnecting");
      await fault.clear();
      await deployment.moveTo("done");
      // A poll that ended just now is not repeated for three seconds, not even by hand.
      if (how === "by hand at once") {
        await time.run(3);
        await page.getByRole("button", { name: "Try again now" }).click();
      }
      await time.runUntilVisible(shows(status, "6 succeeded"), within);
      await expect(page.getByText("Not refreshed")).toHaveCount(0);
    });
  }
});

test("an answer of more than two megabytes is refused with a sentence", async ({ page, emulator, open }) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  const body = JSON.stringify({ deploymentInfo: { description: "x".repeat(3_000_000) } });
  await deployment.fault({ kind: "answer", body }, { operation: "GetDeployment" });
  await open(deployment);
  await expect(page.getByRole("heading", { name: "The answer could not be read" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("The answer is longer than 2 MiB");
});

ownTest(
  "a tab without a network asks nothing, and soon when it is back",
  async ({ page, context, time, followOn, own }) => {
    for (const [what, away, back] of [
      ["half a minute", MINUTE / 2, 1],
      ["a minute", MINUTE - 2, 1],
      // After a long outage pages come back at random within 20 s, so that AWS is not asked by all at once.
      ["an hour", MINUTE * 60, 20],
    ] as const) {
      await ownTest.step(`for ${what}: within ${back} s`, async () => {
        const deployment = await own.control.start("ec2-rolling", { moment: "firstInstance" });
        await followOn(deployment, "0 succeeded");
        const status = card(page, "Status");
        await context.setOffline(true);
        const from = time.now;
        await time.run(Math.min(away, MINUTE), COARSE_MS);
        await time.sleep(away - Math.min(away, MINUTE));
        expect(time.asked(from)).toEqual([]);
        await expect(liveState(page)).toContainText(/updated (?:\d+s|1m|1h) ago/);
        await expect(status).toContainText("0 succeeded");
        await deployment.moveTo("done");
        await context.setOffline(false);
        await time.runUntilVisible(shows(status, "6 succeeded"), back);
      });
    }
  },
);
