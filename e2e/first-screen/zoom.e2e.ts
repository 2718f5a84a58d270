import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../accessibility.ts";
import { expect, test } from "../fixtures.ts";
import { card } from "../page-parts.ts";

/** Zoom divides the viewport of 1280 × 720 in CSS pixels. */
const ZOOMS = [
  { percent: 200, width: 640, height: 360 },
  { percent: 400, width: 320, height: 180 },
];

const SCREENS = [
  { scenario: "ec2-same-failure", at: "failed", name: "image-resizer / prod" },
  { scenario: "ec2-blue-green-ready", at: 960_000, name: "account-portal / prod" },
  { scenario: "lambda-canary", at: 120_000, name: "price-calculator-ServerlessDeploymentApplication" },
  { scenario: "ec2-fleet", at: 180_000, name: "edge-ranker / global" },
];

/** What of the page's texts lies outside of the box that cuts it, other than what may scroll and what ends in an ellipsis on purpose. */
function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      const parent = text.parentElement;
      if (!text.textContent?.trim() || !parent?.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const box = range.getBoundingClientRect();
      for (let around: Element | null = parent; around; around = around.parentElement) {
        const { overflowX, overflowY, textOverflow, clipPath } = getComputedStyle(around);
        const frame = around.getBoundingClientRect();
        // Only screen readers have it.
        if (clipPath !== "none" || textOverflow === "ellipsis") break;
        if (overflowX === "auto" || overflowY === "auto" || overflowX === "scroll") break;
        const isCutAcross =
          overflowX !== "visible" && (box.right > frame.right + 1 || box.left < frame.left - 1);
        const isCutDown =
          overflowY !== "visible" && (box.bottom > frame.bottom + 1 || box.top < frame.top - 1);
        if (isCutAcross || isCutDown) found.push(text.textContent.slice(0, 60));
      }
    }
    return found;
  });
}

for (const { percent, width, height } of ZOOMS) {
  test(`at ${percent}% zoom nothing is cut or scrolled sideways, and the header leaves room`, async ({
    page,
    emulator,
    goOn,
  }) => {
    await page.setViewportSize({ width, height });
    for (const { scenario, at, name } of SCREENS) {
      await test.step(scenario, async () => {
        const deployment = await emulator.start(scenario, { pastRuns: 4 });
        await deployment.moveTo(at);
        await goOn(deployment);
        await expect(card(page, "Raw")).toBeAttached();
        await expectNoSidewaysScroll(page);
        expect(await cutTexts(page)).toEqual([]);
        await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
        // Scrolled away, or a strip: what is read has the screen.
        await page.mouse.wheel(0, 2_000);
        await expect
          .poll(async () => {
            const box = await page.getByRole("banner").boundingBox();
            return Math.max(0, (box?.y ?? 0) + (box?.height ?? 0));
          })
          .toBeLessThanOrEqual(height / 6);
      });
    }
  });
}

test("with forced colours and less motion, zoomed in, the stages, bars and the map's marks are there", async ({
  page,
  emulator,
  open,
}) => {
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  await page.setViewportSize({ width: 640, height: 360 });
  const deployment = await emulator.start("ec2-fleet");
  await deployment.moveTo(180_000);
  await open(deployment);
  const map = page.getByRole("button", { name: /^Map of the targets/ });
  await expect(map).toBeVisible();
  await expectAccessible(page);
  const colours = await map.locator("canvas").evaluate((canvas: HTMLCanvasElement) => {
    const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    const seen = new Set<string>();
    for (let at = 0; at < pixels.length; at += 4)
      if (pixels[at + 3] === 255) seen.add([pixels[at], pixels[at + 1], pixels[at + 2]].join());
    return seen.size;
  });
  // Failed, in progress, succeeded and pending, each in its own.
  expect(colours).toBeGreaterThanOrEqual(4);
  const running = await page.evaluate(() =>
    document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().activeDuration) > 0),
  );
  expect(running).toEqual([]);
});
