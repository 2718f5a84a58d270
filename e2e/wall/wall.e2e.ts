import type { Page } from "@playwright/test";
import { expectAccessibleInBothThemes, expectNoSidewaysScroll } from "../accessibility.ts";
import { expect, test } from "../fixtures.ts";
import { openViewMenu, shows } from "../page-parts.ts";
import { NEXT_POLL } from "../poll-waits.ts";
import { show } from "../page-visibility.ts";
import { COARSE_MS } from "../stopped-clock.ts";

const MINUTE = 60;

const tile = (page: Page, name: string) => page.getByRole("region", { name });

test("a wall has a tile for each deployment, as large as it can be, whatever is wrong with others", async ({
  page,
  emulator,
  site,
  open,
}) => {
  await test.step("a deployment that stands twice in the address has one tile", async () => {
    const { region, deploymentId } = await emulator.start("ec2-succeeded", { moment: "done" });
    await page.goto(
      `${site.origin}/${region}/${deploymentId},${deploymentId}?also=${region}/${deploymentId}&view=wall`,
    );
    await expect(tile(page, deploymentId)).toContainText("Succeeded");
    await expect(tile(page, deploymentId)).toHaveCount(1);
  });

  await test.step("the status of one deployment is at least 64 pixels high, and its tab tells it too", async () => {
    const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
    await open(deployment, "?view=wall");
    const status = tile(page, deployment.deploymentId).getByText("In progress", { exact: true }).first();
    await expect(status).toBeVisible();
    const sizePx = await status.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    expect(sizePx).toBeGreaterThanOrEqual(64);
    await expect(page).toHaveTitle(/In progress · .*d-/);
  });

  await test.step("what is wrong with one deployment takes nothing from the others", async () => {
    const good = await emulator.start("ec2-succeeded", { moment: "done" });
    await page.goto(
      `${site.origin}/us-east-1/${good.deploymentId},%3Cb%3E?also=ap-south-1/d-ELSEWHERE&view=wall`,
    );
    await expect(tile(page, good.deploymentId)).toContainText("Succeeded");
    await expect(page.getByRole("heading", { name: "This is not a deployment id" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "This site does not show that Region" })).toBeVisible();
  });

  await test.step("a wall shows deployments of several Regions, each as large as it can be, without scrolling", async () => {
    const failed = await emulator.start("ec2-failing", { moment: "failed" });
    const running = await emulator.start("ec2-rolling", { moment: "halfway" });
    const waiting = await emulator.start("ecs-ready", { moment: "ready", region: "eu-west-1" });
    await page.goto(
      `${site.origin}/us-east-1/${failed.deploymentId},${running.deploymentId}?also=eu-west-1/${waiting.deploymentId}&view=wall`,
    );
    await expect(tile(page, failed.deploymentId)).toContainText(
      "Failed at ValidateService on 3 of 10 instances",
    );
    await expect(tile(page, running.deploymentId)).toContainText("2 of 6 instances finished (33%)");
    await expect(tile(page, waiting.deploymentId)).toContainText("waits for traffic to be rerouted");
    expect(
      await page.evaluate(() => document.documentElement.scrollHeight - innerHeight),
    ).toBeLessThanOrEqual(0);
    await expectAccessibleInBothThemes(page);
    for (const width of [1920, 640, 390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      await expectNoSidewaysScroll(page);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    const ends = tile(page, waiting.deploymentId).getByText("-basket", { exact: true });
    await expect(ends).toHaveCount(2);
    for (const end of await ends.all()) await expect(end).toBeInViewport({ ratio: 1 });
  });
});

test("it follows a deployment to its end and says when it saw the change", async ({
  page,
  emulator,
  open,
  time,
}) => {
  const deployment = await emulator.start("ec2-succeeded", { moment: "running" });
  await open(deployment, "?view=wall");
  const shown = tile(page, deployment.deploymentId);
  await time.runUntilVisible(shows(shown, "In progress"), 5);
  await deployment.moveTo("done");
  await time.run(NEXT_POLL);
  await expect(shown).toContainText(/\d\d:\d\d:\d\d In progress → Succeeded, seen after ≤ \d/);
  await expect(shown.getByRole("status")).toContainText("status: Succeeded");
});

test("the page of a deployment lists the changes that it has seen", async ({
  page,
  emulator,
  time,
  follow,
}) => {
  const deployment = await emulator.start("ec2-succeeded", { moment: "running" });
  await follow(deployment, "In progress");
  await deployment.moveTo("done");
  await time.run(NEXT_POLL);
  const seen = page.getByRole("list", { name: "Changes of status that this page has seen" });
  await expect(seen).toContainText(/In progress → Succeeded, seen after ≤ \d/);
});

test.describe("while AWS cannot be reached", () => {
  test.use({ expectsFailedRequests: true });

  test("the wall keeps what it has, marks it as old with the reason, and comes back by itself", async ({
    page,
    emulator,
    open,
    time,
  }) => {
    const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
    await open(deployment, "?view=wall");
    const shown = tile(page, deployment.deploymentId);
    await time.runUntilVisible(shows(shown, "In progress"), 5);
    const fault = await deployment.fault({ kind: "reset" }, { operation: "GetDeployment" });
    const old = /Old data: updated .* ago · AWS cannot be reached/;
    await time.runUntilVisible(shows(shown, old), MINUTE);
    await expect(shown).toContainText("In progress");
    await fault.clear();
    await deployment.moveTo("done");
    await time.runUntilVisible(shows(shown, /Succeeded/), MINUTE);
    await expect(shown).not.toContainText("Old data");
  });

  for (const [what, effect] of [
    ["a permission has been given back", { type: "AccessDeniedException", message: "Not allowed." }],
    ["a clock has been put right", { type: "InvalidSignatureException", message: "Signature expired" }],
  ] as const) {
    test(`the wall shows the deployment by itself once ${what}`, async ({ page, emulator, time, open }) => {
      const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
      await open(deployment, "?view=wall");
      const shown = tile(page, deployment.deploymentId);
      await time.runUntilVisible(shows(shown, "In progress"), 5);
      const fault = await deployment.fault({ kind: "error", ...effect }, { operation: "GetDeployment" });
      await time.run(MINUTE);
      await expect(shown).toContainText("Old data");
      const since = time.now;
      await time.run(MINUTE, COARSE_MS);
      expect(time.asked(since), "the usual polling has stopped").toEqual([]);
      await fault.clear();
      await deployment.moveTo("done");
      await time.runUntilVisible(shows(shown, "6 succeeded"), 5 * MINUTE, COARSE_MS);
      await expect(shown).not.toContainText("Old data");
    });
  }
});

test("the wall view is one click away, and Escape leads back", async ({ page, emulator, open, site }) => {
  const deployment = await emulator.start("ec2-succeeded", { moment: "done" });
  await open(deployment);
  await (await openViewMenu(page)).getByRole("link", { name: "Wall view" }).click();
  const address = `${site.origin}/${deployment.region}/${deployment.deploymentId}`;
  await expect(page).toHaveURL(`${address}?view=wall`);
  await expect(tile(page, deployment.deploymentId)).toContainText("Succeeded");
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(address);
  await expect(page.getByRole("region", { name: "Status" })).toContainText("Succeeded");
});

test("the screen stays awake while a wall is in sight, and again when it is back in sight", async ({
  page,
  emulator,
  open,
}) => {
  await page.addInitScript(() => {
    const asked = navigator.wakeLock.request.bind(navigator.wakeLock);
    Object.assign(window, { wakeLocks: 0 });
    navigator.wakeLock.request = (type) => {
      Object.assign(window, { wakeLocks: Reflect.get(window, "wakeLocks") + 1 });
      return asked(type);
    };
  });
  const wakeLocks = () => page.evaluate(() => Number(Reflect.get(window, "wakeLocks")));
  await open(await emulator.start("ec2-succeeded", { moment: "done" }), "?view=wall");
  await expect.poll(wakeLocks).toBe(1);
  await show(page, false);
  expect(await wakeLocks()).toBe(1);
  await show(page, true);
  await expect.poll(wakeLocks).toBe(2);
});
