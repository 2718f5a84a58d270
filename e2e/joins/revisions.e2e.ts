import { expectAccessibleInBothThemes, expectNoSidewaysScroll } from "../accessibility.ts";
import { expect } from "../fixtures.ts";
import { expectNoJumps, watchShifts } from "../layout-shift.ts";
import { test } from "../own-emulator.ts";
import { card, shows } from "../page-parts.ts";
import { COARSE_MS } from "../stopped-clock.ts";
import { NO_ANSWERS } from "./no-answers.ts";

// What a deployment of ECS or Lambda really changes, where config.json lists the join.

test.use({ joins: ["revisions"] });

test("the image that changed stands in the status strip, the rest in the card, and nothing jumps", async ({
  page,
  own,
  open,
}) => {
  await watchShifts(page);
  for (const viewport of [
    { width: 1280, height: 720 },
    { width: 390, height: 844 },
  ]) {
    await test.step(`at ${viewport.width} by ${viewport.height}`, async () => {
      await page.setViewportSize(viewport);
      await open(await own.control.start("ecs-image-missing", { moment: "stopping" }));
      const strip = card(page, "Status");
      await expect(strip).toContainText("checkout: image 1.41.0 → 1.42.0");
      await expect(strip.getByText("checkout: image")).toBeInViewport();
      await expect(card(page, "Raw")).toBeAttached();
      await expectNoJumps(page);
      await expectNoSidewaysScroll(page);

      const changed = card(page, "What changed");
      await changed.getByText("Changes in detail: 3 facts, 4 AppSpec lines").press("Enter");
      await expect(changed).toContainText("Task definition checkout:41 → checkout:42");
      await expect(changed).toContainText("Task memory512 → 1024");
      await expect(changed).toContainText("aws-for-fluent-bit:2.32: the same name in both");
      await expect(
        changed.getByRole("deletion").filter({ hasText: "TaskDefinition: checkout:41" }),
      ).toBeVisible();
      await expect(
        changed.getByRole("insertion").filter({ hasText: "TaskDefinition: checkout:42" }),
      ).toBeVisible();
      await expect(page.locator("body")).not.toContainText("not-for-the-page");
      await expectNoSidewaysScroll(page);
      await expectAccessibleInBothThemes(page);
    });
  }
});

test("the versions of a function are compared by their code, and asked for once", async ({
  page,
  own,
  time,
  follow,
}) => {
  await follow(await own.control.start("lambda-canary", { moment: "canary" }));
  await time.runUntilVisible(
    shows(card(page, "Status"), "price-calculator-PriceFunction: version 41 → 42"),
    20,
  );
  const changed = card(page, "What changed");
  await changed.getByText("Changes in detail").press("Enter");
  await expect(changed).toContainText("Build 41 of price-calculator-PriceFunction → Build 42");
  await expect(changed).toContainText("The code differs.");
  await time.run(120, COARSE_MS);
  const asked = time.asked(-1).map(({ operation }) => operation);
  expect(asked.filter((operation) => operation === "GetFunctionConfiguration")).toHaveLength(2);
  expect(asked.filter((operation) => operation === "GetApplicationRevision")).toHaveLength(2);
});

test("where AWS names no revision before, nothing is compared, and nothing is said to be missing", async ({
  page,
  time,
  own,
  follow,
}) => {
  await follow(await own.control.start("cloudformation-baking"));
  await time.run(10);
  const changed = card(page, "What changed");
  await expect(changed).toBeVisible();
  await expect(changed).not.toContainText("Not all changes are shown");
  await expect(changed.getByText("Changes in detail")).toHaveCount(0);
  expect(time.asked(-1).filter(({ operation }) => /Revision|TaskDef/.test(operation))).toEqual([]);
});

test.describe("without a permission", () => {
  test.use({ expectsFailedRequests: true });

  test("the page names what it may not call, and says what CodeDeploy tells", async ({
    page,
    own,
    site,
    time,
    followOn,
  }) => {
    for (const [action, left] of [
      ["codedeploy:GetApplicationRevision", "Another AppSpec than before."],
      ["ecs:DescribeTaskDefinition", "Another AppSpec than before."],
    ] as const) {
      await test.step(`${action}: the page names it, and says what CodeDeploy tells`, async () => {
        await own.control.setRole(site.roleName, { deny: [action] });
        await followOn(await own.control.start("ecs-linear", { moment: "shifting" }));
        await time.runUntilVisible(shows(card(page, "What changed"), `may not call ${action}`), 20);
        await expect(card(page, "Status")).toContainText(left);
      });
    }

    await test.step("lambda:GetFunctionConfiguration: the versions are named all the same", async () => {
      await own.control.setRole(site.roleName, { deny: ["lambda:GetFunctionConfiguration"] });
      await followOn(await own.control.start("lambda-canary", { moment: "canary" }));
      const changed = card(page, "What changed");
      await time.runUntilVisible(shows(changed, "may not call lambda:GetFunctionConfiguration"), 20);
      await expect(card(page, "Status")).toContainText("version 41 → 42");
    });
  });
});

test.describe("while ECS does not answer", () => {
  test.use({ expectsFailedRequests: true });

  test("only its part is missing, and comes back by itself", async ({ page, own, time, followOn }) => {
    for (const [what, effect] of Object.entries(NO_ANSWERS)) {
      await test.step(what, async () => {
        const fault = await own.control.fault({ match: { operation: "DescribeTaskDefinition" }, effect });
        if (effect.kind === "hang") time.leaveUnanswered("DescribeTaskDefinition");
        await followOn(await own.control.start("ecs-linear", { moment: "shifting" }));
        await time.runUntilVisible(shows(card(page, "What changed"), "Not all changes are shown"), 40);
        await fault.clear();
        time.awaitAnswers("DescribeTaskDefinition");
        await time.runUntilVisible(shows(card(page, "Status"), "storefront: image 1."), 90, COARSE_MS);
      });
    }
  });
});

test("a deployment to instances asks nothing more", async ({ own, time, follow }) => {
  await follow(await own.control.start("ec2-rolling"));
  await time.run(60, COARSE_MS);
  const others = /ApplicationRevision|TaskDefinition|FunctionConfiguration/;
  expect(time.asked(-1).filter(({ operation }) => others.test(operation))).toEqual([]);
});
