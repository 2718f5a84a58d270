import { expectAccessibleInBothThemes, expectNoSidewaysScroll } from "../accessibility.ts";
import { expect } from "../fixtures.ts";
import { expectNoJumps, watchShifts } from "../layout-shift.ts";
import { test } from "../own-emulator.ts";
import { card, shows } from "../page-parts.ts";
import { COARSE_MS } from "../stopped-clock.ts";
import { NO_ANSWERS } from "./no-answers.ts";

// Why a replacement fleet does not come up, where config.json lists the join.

test.use({ joins: ["autoScaling"] });

const CAUSE = "AWS has no capacity for this instance type there.";

const SIZES = [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
] as const;

test("no capacity: the cause stands on the first screen, and nothing jumps", async ({
  page,
  own,
  time,
  follow,
}) => {
  await watchShifts(page);
  for (const viewport of SIZES) {
    for (const [moment, cardName] of [
      ["provisioning", "Happening now"],
      ["failed", "Why it failed"],
    ] as const) {
      await test.step(`${moment}, at ${viewport.width} by ${viewport.height}`, async () => {
        await page.setViewportSize(viewport);
        await follow(await own.control.start("ec2-no-capacity", { moment }));
        const shown = card(page, cardName);
        await time.runUntilVisible(shown.getByText(CAUSE), 10);
        await expect(shown.getByText(CAUSE)).toBeInViewport();
        await expect(shown).toContainText("do not have sufficient g5.12xlarge capacity");
        await expectNoJumps(page);
        await expectNoSidewaysScroll(page);
      });
    }
  }
});

test("why a fleet does not come up is accessible in both themes", async ({ page, own, open, goOn }) => {
  for (const [moment, viewport, show] of [
    ["provisioning", SIZES[0], open],
    ["failed", SIZES[1], goOn],
  ] as const) {
    await test.step(moment, async () => {
      await page.setViewportSize(viewport);
      await show(await own.control.start("ec2-no-capacity", { moment }));
      await expect(page.getByText(CAUSE).first()).toBeVisible();
      await expectAccessibleInBothThemes(page);
    });
  }
});

test("launches that fail while the page is open are counted, in the strip as well; after the end nothing is asked", async ({
  page,
  own,
  time,
  follow,
}) => {
  const deployment = await own.control.start("ec2-no-capacity", { moment: "provisioning" });
  await follow(deployment);
  const strip = card(page, "Status");
  await time.runUntilVisible(shows(strip, "5 activities of the replacement fleet failed"), 30);
  await deployment.advance(80_000);
  await time.runUntilVisible(shows(strip, "6 activities of the replacement fleet failed"), 60);
  await deployment.moveTo("failed");
  await time.runUntilVisible(shows(card(page, "Why it failed"), CAUSE), 60);
  await time.run(60, COARSE_MS);
  const after = time.now;
  await time.run(300, COARSE_MS);
  expect(time.asked(after, "DescribeScalingActivities")).toEqual([]);
});

test("a fleet that comes up is asked about no longer than it takes, and says nothing", async ({
  page,
  own,
  time,
  follow,
}) => {
  const deployment = await own.control.start("ec2-blue-green", { moment: "provisioning" });
  await follow(deployment);
  await time.run(40, COARSE_MS);
  expect(time.asked(-1, "DescribeScalingActivities").length).toBeGreaterThan(0);
  await expect(card(page, "Happening now")).not.toContainText("of the replacement fleet failed");
  await deployment.moveTo("installing");
  await time.runUntilVisible(card(page, "Happening now").filter({ hasNotText: "Replacement group" }), 60);
  await time.run(30, COARSE_MS);
  const after = time.now;
  await time.run(120, COARSE_MS);
  expect(time.asked(after, "DescribeScalingActivities")).toEqual([]);
});

test.describe("in trouble", () => {
  test.use({ expectsFailedRequests: true });

  test("without the permission the page names it, and shows all else", async ({
    page,
    own,
    site,
    time,
    follow,
  }) => {
    await own.control.setRole(site.roleName, { deny: ["autoscaling:DescribeScalingActivities"] });
    await follow(await own.control.start("ec2-no-capacity", { moment: "provisioning" }));
    const now = card(page, "Happening now");
    await time.runUntilVisible(shows(now, "may not call autoscaling:DescribeScalingActivities"), 20);
    await expect(now).toContainText("Replacement group");
  });

  test("while Auto Scaling does not answer only its part is missing, and comes back by itself", async ({
    page,
    own,
    time,
    followOn,
  }) => {
    for (const [what, effect] of Object.entries(NO_ANSWERS)) {
      await test.step(`while Auto Scaling is ${what}, only its part is missing, and comes back by itself`, async () => {
        const fault = await own.control.fault({ match: { operation: "DescribeScalingActivities" }, effect });
        if (effect.kind === "hang") time.leaveUnanswered("DescribeScalingActivities");
        await followOn(await own.control.start("ec2-no-capacity", { moment: "provisioning" }));
        const now = card(page, "Happening now");
        await time.runUntilVisible(shows(now, "Whether the fleet comes up is not known"), 40);
        await fault.clear();
        time.awaitAnswers("DescribeScalingActivities");
        await time.runUntilVisible(shows(now, CAUSE), 90, COARSE_MS);
      });
    }
  });
});
