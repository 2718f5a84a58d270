import type { Page } from "@playwright/test";
import { expectNoSidewaysScroll } from "../accessibility.ts";
import { expect, test } from "../fixtures.ts";
import { card } from "../page-parts.ts";

/** What is left of A4 between the usual margins, in CSS pixels. */
const PAPER = { width: 718, height: 1000 };

/** Such as "rgb(13, 17, 23)", in the order of the places in the page. */
async function inkOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.body, ...document.querySelectorAll("h2, td button")].map(
      (shown) => getComputedStyle(shown).color,
    ),
  );
}

test("a dark page is printed with the inks of the light one", async ({ page, emulator, open }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await open(await emulator.start("ec2-failing", { moment: "failed" }));
  await expect(card(page, "Raw")).toBeVisible();
  const failures = page.getByRole("grid").getByRole("button", { name: /^ValidateService: failed/ });
  await expect(failures).toHaveCount(3);
  const light = await inkOf(page);
  for (const chosen of [undefined, "dark"]) {
    await page.emulateMedia({ colorScheme: "dark", media: "screen" });
    await page.evaluate((theme) => {
      if (theme !== undefined) document.documentElement.dataset["theme"] = theme;
    }, chosen);
    await expect.poll(() => inkOf(page)).not.toEqual(light);
    await page.emulateMedia({ media: "print" });
    await expect.poll(() => inkOf(page)).toEqual(light);
  }
});

const PAPERS = [
  { scenario: "ec2-failing", moment: "failed" },
  { scenario: "ec2-blue-green", moment: "done" },
  { scenario: "ec2-hostile-logs", moment: "failed" },
];

test("the paper has every column and every line, and no controls", async ({ page, emulator, open }) => {
  for (const { scenario, moment } of PAPERS) {
    await test.step(scenario, async () => {
      await page.setViewportSize({ width: 1280, height: 720 });
      await page.emulateMedia({ media: "screen" });
      await open(await emulator.start(scenario, { moment }));
      const grid = page.getByRole("grid");
      await grid.getByRole("row").nth(1).getByRole("button").last().click();
      await expect(page.locator("[data-opened]")).toBeVisible();
      await page.setViewportSize(PAPER);
      await page.emulateMedia({ media: "print" });
      await expect(grid).toBeVisible();
      await expectNoSidewaysScroll(page);
      // Nothing of it lies beyond the edge of what scrolls on a screen.
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll("section, pre, table, td, th")]
          .filter(
            ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
              clientWidth > 0 && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1),
          )
          .map(({ outerHTML }) => outerHTML.slice(0, 200)),
      );
      expect(cut).toEqual([]);
      // Nor are names broken into letters where there are many columns.
      const rows = await grid.getByRole("row").evaluateAll((all) => all.map((row) => row.clientHeight));
      expect(Math.max(...rows)).toBeLessThan(100);
      for (const name of ["Refresh now", /^Copy/, "Close the details"])
        await expect(page.getByRole("button", { name }).filter({ visible: true })).toHaveCount(0);
      await expect(page.getByRole("textbox").filter({ visible: true })).toHaveCount(0);
      const bar = card(page, "Status").locator("[aria-hidden]").first();
      await expect(bar).toHaveCSS("print-color-adjust", "exact");
    });
  }
});

test("a fleet is printed whole, and shown in part again afterwards", async ({ page, emulator, open }) => {
  await open(await emulator.start("ec2-fleet", { moment: "done" }));
  await expect(page.getByRole("button", { name: /^994 succeeded$/ })).toBeVisible();
  await page.evaluate(() => {
    addEventListener("beforeprint", () =>
      // After what the page itself does in the same event.
      queueMicrotask(() => {
        document.body.dataset["printed"] = String(document.querySelectorAll("tr[data-row]").length);
      }),
    );
  });
  const paper = await page.pdf({ format: "A4" });
  expect(await page.evaluate(() => document.body.dataset["printed"])).toBe("1000");
  const pages = paper.toString("latin1").match(/\/Type \/Page\b/g);
  expect(pages?.length, "pages").toBeGreaterThan(20);
  await expect(page.locator("tr[data-row]")).not.toHaveCount(1000);
});
