import type { Locator } from "@playwright/test";
import { expectNoSidewaysScroll } from "../accessibility.ts";
import { expect, test } from "../fixtures.ts";

const MIN_TARGET_PX = 24;

async function boxOf(shown: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await shown.boundingBox();
  if (!box) throw new Error("It is not on the screen.");
  return box;
}

for (const isTouched of [true, false]) {
  test.describe(isTouched ? "on a phone" : "in a window as narrow as a phone", () => {
    test.use({ viewport: { width: 390, height: 844 }, hasTouch: isTouched, isMobile: isTouched });

    test("the header's controls stand in one row, large enough for a finger", async ({
      page,
      emulator,
      open,
    }) => {
      await open(await emulator.start("ec2-rolling", { moment: "halfway" }));
      const header = page.getByRole("banner");
      const middles: number[] = [];
      for (const name of ["Pause refreshing", "Refresh now", "Tell me when it ends", /^Copy link to/]) {
        const { y, width, height } = await boxOf(header.getByRole("button", { name }));
        middles.push(Math.round(y + height / 2));
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(MIN_TARGET_PX);
      }
      expect(new Set(middles).size, String(middles)).toBe(1);
      await expect(header.getByRole("button", { name: "Keyboard shortcuts" })).toBeVisible({
        visible: !isTouched,
      });
      await expectNoSidewaysScroll(page);
    });

    test("the menu for alerts stands below its button, with its words beside the boxes", async ({
      page,
      emulator,
      open,
    }) => {
      await open(await emulator.start("ec2-rolling", { moment: "halfway" }));
      const button = page.getByRole("button", { name: "Tell me when it ends" });
      await button.click();
      const menu = await boxOf(page.getByRole("group", { name: "When it ends" }));
      const opener = await boxOf(button);
      expect(menu.y).toBeGreaterThanOrEqual(opener.y + opener.height - 1);
      for (const words of ["Desktop notification", "Sound"]) {
        const line = await boxOf(page.getByText(words, { exact: true }));
        expect(line.height, words).toBeLessThan(40);
        expect(line.x + line.width).toBeLessThanOrEqual(menu.x + menu.width);
      }
    });
  });
}
