import { STILL_MS } from "../../src/queries/polling/poll-interval.ts";
import { expect, test } from "../fixtures.ts";
import { test as ownTest } from "../own-emulator.ts";
import { card, liveState, shows } from "../page-parts.ts";
import { NEXT_POLL, expectAbout, intervals, longest } from "../poll-waits.ts";
import { COARSE_MS, stopClock } from "../stopped-clock.ts";

test.use({ expectsFailedRequests: true });

const MINUTE = 60;
const HOUR = 60 * MINUTE;

for (const [what, off] of [
  ["an hour slow", -HOUR],
  ["an hour fast", HOUR],
] as const) {
  test(`a device whose clock is ${what} sees the deployment, for one request more`, async ({
    page,
    context,
    emulator,
    open,
  }) => {
    const time = await stopClock(context, { time: Date.now() + off * 1_000 });
    const deployment = await emulator.start("ec2-rolling", { moment: "firstInstance" });
    await open(deployment);
    await time.runUntilVisible(shows(card(page, "Status"), "0 succeeded"), 2);
    expect(time.asked(-1, "GetDeployment")).toHaveLength(2);
    const from = time.now;
    await deployment.moveTo("done");
    await time.runUntilVisible(shows(card(page, "Status"), "6 succeeded"), NEXT_POLL);
    expect(time.asked(from, "GetDeployment"), "its clock is put right by now").toHaveLength(1);
    expect(time.asked(-1, "AssumeRoleWithWebIdentity")).toHaveLength(1);
  });

  test(`a device whose clock is ${what}, where AWS's cannot be read, is told by how much, and asks no more`, async ({
    page,
    context,
    emulator,
    site,
    open,
  }) => {
    const time = await stopClock(context, { time: Date.now() + off * 1_000 });
    await emulator.fault({ match: { origin: site.origin }, effect: { kind: "hidden-date" } });
    const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
    await open(deployment);
    await time.runUntilVisible(page.getByRole("heading", { name: "This device’s clock is wrong" }), 2);
    await expect(page.getByRole("main")).toContainText(
      off < 0 ? /clock is (?:1h|59m|60m).* behind AWS’s/ : /clock is (?:1h|59m|60m).* ahead of AWS’s/,
    );
    await time.run(MINUTE);
    expect(time.asked(-1, "GetDeployment"), "three polls, with two tries each").toHaveLength(6);
    const from = time.now;
    await time.run(MINUTE, COARSE_MS);
    expect(time.asked(from)).toEqual([]);
  });
}

ownTest(
  "a device that has slept for eight hours asks once, and goes on as before",
  async ({ page, time, follow, own }) => {
    const deployment = await own.control.start("ec2-rolling", { moment: "firstInstance" });
    await follow(deployment, "0 succeeded");
    const before = time.now;
    await time.sleep(8 * HOUR);
    // Its credentials have expired: it listens for a moment whether another tab has some.
    await time.run(1);
    const awake = time.now;
    expect(time.asked(before, "GetDeployment")).toHaveLength(1);
    expect(time.asked(before, "AssumeRoleWithWebIdentity")).toHaveLength(1);
    await expect(liveState(page)).toContainText("Live");
    // Nothing has changed for more than an hour.
    await time.run(2 * MINUTE);
    const asked = time.asked(before, "GetDeployment");
    expect(asked.length).toBeGreaterThanOrEqual(4);
    expectAbout(
      asked.slice(1).map(() => STILL_MS / 1_000),
      intervals(asked),
    );
    await deployment.moveTo("done");
    await time.runUntilVisible(shows(card(page, "Status"), "6 succeeded"), longest(STILL_MS / 1_000));
    expect(time.asked(awake, "AssumeRoleWithWebIdentity")).toEqual([]);
  },
);
