import type { Locator, Page } from "@playwright/test";
import { expectNoSidewaysScroll } from "../accessibility.ts";
import { expect, test } from "../fixtures.ts";
import { openViewMenu } from "../page-parts.ts";

const MIN_TARGET_PX = 24;

async function boxOf(shown: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await shown.boundingBox();
  if (!box) throw new Error("It is not on the screen.");
  return box;
}

const FINGER_PX = 44;

test.describe("under a finger", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("what the page, its dialogs and its menus are used with is 44 px high, other than within a line of text", async ({
    page,
    emulator,
    open,
    site,
  }) => {
    await open(await emulator.start("ec2-failing", { moment: "failed" }));
    await expect(page.getByRole("button", { name: "Tell me when it ends" })).toBeVisible();
    await expectForFingers(page);
    await page
      .getByRole("button", { name: /failed · ValidateService/ })
      .first()
      .tap();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectForFingers(page);
    await page.getByRole("button", { name: "Close the details" }).tap();
    await page.getByRole("button", { name: "Tell me when it ends" }).tap();
    await expect(page.getByRole("checkbox", { name: "Sound" })).toBeVisible();
    await expectForFingers(page);
    await page.goto(site.origin);
    await expect(page.getByRole("textbox")).toBeVisible();
    await expectForFingers(page);
  });
});

/** Checks every control that can be seen; a checkbox is as large as its label. */
async function expectForFingers(page: Page): Promise<void> {
  const small = await page.evaluate((least) => {
    const controls = [...document.querySelectorAll<HTMLElement>("button, select, textarea, input")];
    return controls
      .filter(
        (control) =>
          control.checkVisibility() &&
          control.closest("header, main, dialog, [popover]") &&
          control.getBoundingClientRect().width > 1,
      )
      .filter((control) => getComputedStyle(control).verticalAlign !== "middle")
      .map((control) => ({ control, box: (control.closest("label") ?? control).getBoundingClientRect() }))
      .filter(({ box }) => Math.min(box.width, box.height) < least)
      .map(({ control, box }) => `${box.width} × ${box.height} ${control.outerHTML.slice(-200)}`);
  }, FINGER_PX);
  expect(small).toEqual([]);
}

for (const isTouched of [true, false]) {
  test.describe(isTouched ? "on a phone" : "in a window as narrow as a phone", () => {
    test.use({ viewport: { width: 390, height: 844 }, hasTouch: isTouched, isMobile: isTouched });

    test("the header and the menu for alerts are made for a finger", async ({ page, emulator, open }) => {
      await test.step("the header's controls stand in one row, large enough for a finger", async () => {
        await open(await emulator.start("ec2-rolling", { moment: "halfway" }));
        const header = page.getByRole("banner");
        const middles: number[] = [];
        for (const name of ["Pause refreshing", "Refresh now", "Tell me when it ends", "Share", "View"]) {
          const { y, width, height } = await boxOf(header.getByRole("button", { name }));
          middles.push(Math.round(y + height / 2));
          expect(Math.min(width, height)).toBeGreaterThanOrEqual(MIN_TARGET_PX);
        }
        expect(new Set(middles).size, String(middles)).toBe(1);
        const menu = await openViewMenu(page);
        await expect(menu.getByRole("button", { name: "Keyboard shortcuts" })).toBeVisible({
          visible: !isTouched,
        });
        await expectNoSidewaysScroll(page);
      });

      await test.step("the menu for alerts stands below its button, with its words beside the boxes", async () => {
        await open(await emulator.start("ec2-rolling", { moment: "halfway" }));
        const button = page.getByRole("button", { name: "Tell me when it ends" });
        await button.click();
        const menu = await boxOf(page.getByRole("group", { name: "When it ends" }));
        const opener = await boxOf(button);
        expect(menu.y).toBeGreaterThanOrEqual(opener.y + opener.height - 1);
        for (const words of ["Desktop notification", "Sound"]) {
          // The words alone: their label is as high as a finger is wide.
          const line = await page.getByText(words, { exact: true }).evaluate((label) => {
            const range = document.createRange();
            range.selectNodeContents(label.lastChild ?? label);
            return range.getBoundingClientRect();
          });
          expect(line.height, words).toBeLessThan(40);
          expect(line.right).toBeLessThanOrEqual(menu.x + menu.width);
        }
      });
    });
  });
}
