import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { expectNoJumps, watchShifts } from "../layout-shift.ts";
import { card } from "../page-parts.ts";
import { test as rigTest } from "../rig-test.ts";

// Nothing on the home page moves: neither while its parts come late, nor by what other tabs do.

const SIZES = [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
];

for (const viewport of SIZES) {
  const size = `${viewport.width}×${viewport.height}`;

  rigTest(
    `at ${size}, the frame stays while the page's code comes late to a slow device`,
    async ({ page, context, rig }) => {
      await page.setViewportSize(viewport);
      await watchShifts(page);
      await page.addInitScript(noteMissingFrame);
      const device = await context.newCDPSession(page);
      await device.send("Emulation.setCPUThrottlingRate", { rate: 6 });
      const release = rig.dist.hold((path) => /\/assets\/(HomePage|small-parts)-/.test(path));
      await page.goto(rig.origin, { waitUntil: "commit" });
      // Asked for when the app is shown, as far as it has come.
      await expect.poll(() => rig.dist.requests).toContainEqual(expect.stringMatching(/\/tabs-/));
      await expectNoJumps(page);
      release();
      await expect(page.getByRole("heading", { name: "Watch a deployment" })).toBeVisible();
      await expect(page.getByRole("button", { name: "View" })).toBeVisible();
      expect(await page.evaluate(() => Reflect.get(window, "wasWithoutFrame"))).toBe(false);
      await expectNoJumps(page);
    },
  );

  test(`at ${size}, deployments that other tabs open and follow move no link on the home page`, async ({
    page,
    context,
    emulator,
    site,
    open,
  }) => {
    await page.setViewportSize(viewport);
    const examples = Array.from({ length: 8 }, (_, index) => ({
      region: "us-east-1",
      deploymentId: `d-EXAMPLE0${index}`,
      description: `Example ${index}`,
    }));
    await emulator.setConfig(site.host, { body: { ...site.config, examples } });
    const shown = await emulator.start("ec2-rolling", { moment: "halfway" });
    await open(shown);
    await expectRemembered(page, shown.deploymentId);
    await watchShifts(page);
    await page.goto(site.origin);
    const recent = card(page, "Recent deployments");
    await expect(recent).toContainText("In progress");

    const other = await context.newPage();
    for (const scenario of ["ec2-succeeded", "ec2-failing"]) {
      const { region, deploymentId } = await emulator.start(scenario);
      await other.goto(`${site.origin}/${region}/${deploymentId}`);
      await expectRemembered(other, deploymentId);
    }
    await shown.moveTo("done");
    await other.goto(`${site.origin}/${shown.region}/${shown.deploymentId}`);
    await page.bringToFront();
    // What this tab hears of last.
    await expect(recent.getByRole("listitem").first()).toContainText("Succeeded");
    await expect(recent.getByRole("listitem")).toHaveCount(1);
    await expectNoJumps(page);
  });
}

/** The list of recent deployments has it: a part of the page that comes late puts it there. */
async function expectRemembered(page: Page, deploymentId: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem("deploywatch.recent")))
    .toContain(deploymentId);
}

/** Runs in the page. Notes whether its frame, once it was there, was ever gone. */
function noteMissingFrame(): void {
  Object.assign(window, { wasWithoutFrame: false });
  let wasThere = false;
  new MutationObserver(() => {
    const isThere = document.querySelector("header") !== null;
    if (wasThere && !isThere) Object.assign(window, { wasWithoutFrame: true });
    wasThere ||= isThere;
  }).observe(document, { childList: true, subtree: true });
}
