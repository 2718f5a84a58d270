import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { test as ownTest } from "../own-emulator.ts";
import { card, liveState, shows } from "../page-parts.ts";
import { JITTER } from "../../src/queries/polling/poll-interval.ts";
import {
  ACTIVE,
  AFTER_THROTTLES,
  MAX_THROTTLED,
  NEXT_POLL,
  expectAbout,
  intervals,
  longest,
} from "../poll-waits.ts";

test.use({ expectsFailedRequests: true });

const THROTTLE = { kind: "throttle", ratePerSecond: 0, burst: 0 } as const;
const MINUTE = 60;
/** As short as its jitter makes it. */
const LEAST_AT_THE_CAP = MAX_THROTTLED * (1 - JITTER);

test("a page that AWS throttles once waits twice as long, and says so beside the time of the last answer", async ({
  page,
  emulator,
  time,
  open,
}) => {
  const stepMs = 200;
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  await open(deployment);
  await time.runUntilVisible(shows(liveState(page), "Live"), 5, stepMs);
  await deployment.fault(THROTTLE, { operation: "GetDeployment", times: 1 });
  const from = time.now;
  await time.runUntilVisible(shows(liveState(page), "AWS is rate limiting"), NEXT_POLL, stepMs);
  await expect(page.getByText("Not refreshed")).toHaveCount(0);
  await time.runUntilVisible(shows(liveState(page), "Live"), longest(ACTIVE * 2), stepMs);
  await expect(page.getByText("Not refreshed")).toHaveCount(0);
  expectAbout([ACTIVE * 2], intervals(time.asked(from, "GetDeployment")), stepMs / 1_000);
});

ownTest(
  "a page that AWS throttles for minutes asks less and less often, with a notice from the third time on",
  async ({ page, time, follow, own }) => {
    const deployment = await own.control.start("ec2-rolling", { moment: "halfway" });
    await follow(deployment, "In progress");
    await deployment.fault(THROTTLE, { operation: "GetDeployment" });
    const from = time.now;
    const failures = () => time.asked(from, "GetDeployment").length;
    const notice = page.getByText("Not refreshed: AWS asks for fewer requests");

    await time.runUntilVisible(shows(liveState(page), "AWS is rate limiting"), NEXT_POLL);
    for (const failed of [1, 2]) {
      while (failures() === failed) {
        await expect(notice).toHaveCount(0);
        await time.run(1);
      }
    }
    await time.runUntilVisible(notice, 2);
    await expect(liveState(page)).toContainText(/^AWS is rate limiting.*next try in \d+s/);
    await expect(card(page, "Status")).toContainText("In progress");

    await time.run(5 * MINUTE, 2_000);
    const pauses = intervals(time.asked(from, "GetDeployment"));
    expectAbout(AFTER_THROTTLES.slice(0, pauses.length), pauses, 2);
    expect(pauses.length).toBeGreaterThanOrEqual(4);
    const until = await nextTryIn(page);
    const soFar = failures();
    await time.run(until - 1);
    expect(failures(), "nothing is asked before the time that the page names").toBe(soFar);
    await time.run(2);
    expect(failures()).toBe(soFar + 1);
    await expect.poll(() => nextTryIn(page)).toBeGreaterThanOrEqual(LEAST_AT_THE_CAP - 1);
  },
);

/** In how many seconds the page says that it asks again. */
async function nextTryIn(page: Page): Promise<number> {
  const [, minutes = "0", seconds = "0"] =
    /next try in (?:(\d+)m)? ?(?:(\d+)s)?/.exec(await liveState(page).innerText()) ?? [];
  return Number(minutes) * MINUTE + Number(seconds);
}
