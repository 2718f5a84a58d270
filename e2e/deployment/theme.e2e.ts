import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../accessibility.ts";
import { expect, test } from "../fixtures.ts";
import { card, openViewMenu } from "../page-parts.ts";

const LIGHT = "rgb(255, 255, 255)";
const DARK = "rgb(13, 17, 23)";

const background = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

test("the page follows the system's theme until a reader chooses one, which lasts", async ({
  page,
  emulator,
  open,
}) => {
  const deployment = await emulator.start("ec2-succeeded", { moment: "done" });
  await page.emulateMedia({ colorScheme: "dark" });
  await open(deployment);
  await expect.poll(() => background(page)).toBe(DARK);
  await (await openViewMenu(page)).getByRole("button", { name: "Light" }).click();
  await expect.poll(() => background(page)).toBe(LIGHT);
  await page.reload();
  const light = (await openViewMenu(page)).getByRole("button", { name: "Light" });
  await expect(light).toHaveAttribute("aria-pressed", "true");
  expect(await background(page)).toBe(LIGHT);
});

test("a chosen theme never flashes: it stands before the first script of the app has run", async ({
  page,
  site,
}) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(site.origin);
  await (await openViewMenu(page)).getByRole("button", { name: "Dark" }).click();
  await expect.poll(() => background(page)).toBe(DARK);

  // The theme as the document's body begins, long before any module runs.
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (!document.body) return;
      sessionStorage.setItem("theme-at-body", document.documentElement.dataset["theme"] ?? "none");
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await expect(page.getByRole("button", { name: "View", exact: true })).toBeVisible();
  expect(await page.evaluate(() => sessionStorage.getItem("theme-at-body"))).toBe("dark");
});

test("with forced colours the page can be read, and what is on can be told from what is off", async ({
  page,
  emulator,
  open,
}) => {
  await test.step("with forced colours the page can still be read", async () => {
    await page.emulateMedia({ forcedColors: "active" });
    await open(await emulator.start("ec2-failing", { moment: "failed" }));
    await expect(card(page, "Status")).toContainText("Failed");
    await expect(card(page, "Raw")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("with forced colours what is on can be told from what is off", async () => {
    await page.getByRole("grid").getByRole("rowheader").first().getByRole("button").click();
    const panel = page.getByRole("region", { name: /^i-/ });
    await panel.getByRole("listitem").getByRole("button").first().click();
    await page.getByRole("button", { name: /^3 failed/ }).click();
    const on = page.locator('[aria-pressed="true"], [aria-current="step"]');
    await expect(page.getByRole("button", { name: /^3 failed/ })).toHaveAttribute("aria-pressed", "true");
    // The state, the layout and the step at least.
    expect(await on.count()).toBeGreaterThanOrEqual(3);
    for (const shown of await on.all()) await expect(shown).toHaveCSS("text-decoration-line", "underline");
    for (const shown of await page.locator('[aria-pressed="false"]').all())
      await expect(shown).toHaveCSS("text-decoration-line", "none");
  });
});

test("nothing moves for those who ask for less motion", async ({ page, emulator, open }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(await emulator.start("ec2-rolling", { moment: "halfway" }));
  await expect(card(page, "Status")).toContainText("In progress");
  const moving = await page.evaluate(
    () =>
      document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().activeDuration) > 0)
        .length,
  );
  expect(moving).toBe(0);
});

test("with zoom and with larger letters everything is there, and nothing has to be scrolled sideways", async ({
  page,
  emulator,
  open,
}) => {
  await test.step("at 200% zoom everything is there and nothing has to be scrolled sideways", async () => {
    // Zoom halves the viewport in CSS pixels.
    await page.setViewportSize({ width: 640, height: 360 });
    await open(await emulator.start("ec2-failing", { moment: "failed" }));
    await expect(card(page, "Settings")).toBeVisible();
    await expectNoSidewaysScroll(page);
  });

  await test.step("larger letters grow with the reader's setting and cut nothing off", async () => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.addInitScript(() => {
      addEventListener("DOMContentLoaded", () => (document.documentElement.style.fontSize = "200%"));
    });
    await open(await emulator.start("ec2-failing", { moment: "failed" }));
    await expect(card(page, "Raw")).toBeVisible();
    await expect(card(page, "Status").getByRole("paragraph").first()).toHaveCSS("font-size", "48px");
    await expectNoSidewaysScroll(page);
  });
});
