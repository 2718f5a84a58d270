import { expectAccessibleInBothThemes } from "../accessibility.ts";
import { expect } from "../fixtures.ts";
import { test } from "../own-emulator.ts";
import { card, fact, shows } from "../page-parts.ts";
import { COARSE_MS } from "../stopped-clock.ts";
import { NO_ANSWERS } from "./no-answers.ts";

// How the load balancer sees the new targets, where config.json lists the join.

test.use({ joins: ["targetHealth"] });

test("a target group on no listener is named as what keeps the new tasks from becoming healthy", async ({
  page,
  own,
  time,
  followOn,
}) => {
  for (const viewport of [
    { width: 1280, height: 720 },
    { width: 390, height: 844 },
  ]) {
    await test.step(`at ${viewport.width} by ${viewport.height}`, async () => {
      await page.setViewportSize(viewport);
      await followOn(await own.control.start("ecs-target-group-unused", { moment: "stopping" }));
      const now = card(page, "Happening now");
      await time.runUntilVisible(
        shows(now, "The load balancer takes none of the 2 new targets for healthy."),
        20,
      );
      await expect(now).toContainText("Target group is not configured to receive traffic");
      const health = page.getByText("2 targets: not checked, because the target group is on no listener");
      await expect(health).toHaveCount(1);
      await expect(health).toBeInViewport();
      await expect(fact(now, "Target health")).toHaveCount(0);
    });
  }
});

test("targets that are well are counted, and asked about no more often than the joins' pace", async ({
  page,
  own,
  time,
  follow,
}) => {
  const deployment = await own.control.start("ecs-linear", { moment: "shifting" });
  await follow(deployment, "In progress");
  const health = fact(card(page, "Happening now"), "Target health");
  await time.runUntilVisible(shows(health, "6 targets: healthy."), 20);
  const since = time.now;
  await time.run(120, COARSE_MS);
  expect(time.asked(since, "DescribeTargetHealth").length).toBeLessThanOrEqual(4);
  expect(time.asked(-1, "DescribeTargetGroups")).toHaveLength(1);
  await deployment.moveTo("done");
  await time.runUntilVisible(shows(card(page, "Status"), "Succeeded"), 60);
  const ended = time.now;
  await time.run(120, COARSE_MS);
  expect(time.asked(ended, "DescribeTargetHealth")).toEqual([]);
});

test.describe("without a permission", () => {
  test.use({ expectsFailedRequests: true });

  test("the page says which one is missing, and shows all else", async ({
    page,
    own,
    site,
    time,
    followOn,
  }) => {
    for (const action of ["DescribeTargetGroups", "DescribeTargetHealth"]) {
      await test.step(action, async () => {
        await own.control.setRole(site.roleName, { deny: [`elasticloadbalancing:${action}`] });
        await followOn(await own.control.start("ecs-linear", { moment: "shifting" }));
        const health = fact(card(page, "Happening now"), "Target health");
        await time.runUntilVisible(shows(health, `may not call elasticloadbalancing:${action}`), 20);
        await time.runUntilVisible(shows(card(page, "Targets"), "prod:storefront"), 5);
      });
    }
  });
});

test.describe("while the load balancer does not answer", () => {
  test.use({ expectsFailedRequests: true });

  test("what CodeDeploy says is kept back for some seconds only", async ({ page, own, time, follow }) => {
    await own.control.fault({
      match: { operation: "DescribeTargetHealth" },
      effect: NO_ANSWERS["left without an answer"],
    });
    time.leaveUnanswered("DescribeTargetHealth");
    await follow(await own.control.start("ecs-linear", { moment: "shifting" }), "In progress");
    await time.runUntilVisible(shows(card(page, "Happening now"), "AllowTraffic"), 5);
    await time.runUntilVisible(shows(card(page, "Targets"), "prod:storefront"), 1);
    await time.runUntilVisible(shows(card(page, "Happening now"), "Target health"), 20);
  });
});

test("target health is accessible in both themes", async ({ page, own, open }) => {
  await open(await own.control.start("ecs-target-group-unused", { moment: "stopping" }));
  await expect(page.getByText("2 targets: not checked").first()).toBeVisible();
  await expectAccessibleInBothThemes(page);
});
