import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { card } from "../page-parts.ts";

const PHONE = { width: 390, height: 844 };

/** The first target in the sentence that says where it failed. */
function failedTarget(page: Page): Locator {
  return card(page, "Why it failed").getByRole("link", { name: /^i-/ }).first();
}

test("what is open takes the focus, and gives it back when it is closed", async ({
  page,
  emulator,
  open,
  goOn,
}) => {
  await test.step("a failed target's link shows its log and takes the focus there; closing gives it back", async () => {
    await open(await emulator.start("ec2-failing", { moment: "failed" }));
    const link = failedTarget(page);
    await link.focus();
    await page.keyboard.press("Enter");
    const panel = page.getByRole("region", { name: /^ValidateService on i-/ });
    await expect(panel).toBeFocused();
    const log = panel.getByRole("region", { name: /^Log of/ });
    await expect(log).toBeInViewport({ ratio: 1 });
    await expect(panel.getByRole("heading")).toBeInViewport({ ratio: 1 });

    await page.keyboard.press("Escape");
    await expect(panel).toBeHidden();
    await expect(link).toBeFocused();
    await expect(link).toBeInViewport();

    await page.keyboard.press("Enter");
    await panel.getByRole("button", { name: "Close the details" }).click();
    await expect(link).toBeFocused();
  });

  await test.step("a step of an open target shows another event, and keeps the focus", async () => {
    await goOn(await emulator.start("ec2-failing", { moment: "failed" }));
    await failedTarget(page).click();
    const step = page
      .getByRole("region", { name: /on i-/ })
      .getByRole("listitem")
      .getByRole("button", { name: /^AfterInstall/ });
    await step.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("region", { name: /^AfterInstall on i-/ })).toBeVisible();
    await expect(step).toBeFocused();
  });

  await test.step("a reader who has gone elsewhere stays there when what is open is closed", async () => {
    await goOn(await emulator.start("ec2-failing", { moment: "failed" }));
    await failedTarget(page).click();
    const cell = page.getByRole("grid").getByRole("row").nth(3).getByRole("button").nth(2);
    await cell.focus();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("region", { name: /on i-/ })).toBeHidden();
    await expect(cell).toBeFocused();
  });
});

test("a link to a target leads to its log, and closing to its row", async ({
  page,
  emulator,
  open,
  goOn,
}) => {
  for (const viewport of [{ width: 1280, height: 720 }, PHONE]) {
    await test.step(`a link to a target leads to its log at ${viewport.width} × ${viewport.height}, and closing to its row`, async () => {
      await page.setViewportSize(viewport);
      const deployment = await emulator.start("ec2-failing", { moment: "failed" });
      await goOn(deployment);
      await failedTarget(page).click();
      await expect(page).toHaveURL(/target=/);
      const { search } = new URL(page.url());
      const id = new URLSearchParams(search).get("target") ?? "";
      await open(deployment, search);
      await expect(page.getByRole("region", { name: /^Log of/ })).toBeInViewport({ ratio: 1 });
      const opened = page.getByRole("region", { name: /on i-/ }).or(page.getByRole("dialog"));
      await expect(opened.locator("*:focus").or(page.locator("[data-opened]:focus"))).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(opened).toBeHidden();
      await expect(card(page, "Instances").locator("button:focus")).toContainText(id);
    });
  }
});

test("below 48 rem what opened the dialog gets the focus back", async ({ page, emulator, goOn }) => {
  for (const close of ["Escape", "the button"]) {
    await test.step(`below 48 rem, ${close} closes the dialog and gives the focus back to what opened it`, async () => {
      await page.setViewportSize(PHONE);
      await goOn(await emulator.start("ec2-failing", { moment: "failed" }));
      const row = card(page, "Instances")
        .getByRole("button", { name: /failed · ValidateService/ })
        .nth(1);
      for (const opener of [failedTarget(page), row]) {
        await opener.focus();
        await page.keyboard.press("Enter");
        const dialog = page.getByRole("dialog", { name: /^ValidateService on i-/ });
        await expect(dialog.getByRole("region", { name: /^Log of/ })).toBeInViewport({ ratio: 1 });
        await expect(dialog.locator("*:focus")).toBeInViewport();
        await dialog.getByRole("button", { name: /^AfterInstall/ }).click();
        await expect(page.getByRole("dialog", { name: /^AfterInstall on i-/ })).toBeVisible();
        if (close === "Escape") await page.keyboard.press("Escape");
        else await page.getByRole("button", { name: "Close the details" }).click();
        await expect(page.getByRole("dialog")).toBeHidden();
        await expect(opener).toBeFocused();
      }
    });
  }
});

test("a cell can be pressed wherever it is, from its upper edge to its lower", async ({
  page,
  emulator,
  goOn,
}) => {
  for (const layout of ["Steps", "Times"]) {
    await test.step(`a cell of the ${layout} can be pressed wherever it is, from its upper edge to its lower`, async () => {
      await goOn(await emulator.start("ec2-failing", { moment: "failed" }));
      await page.getByRole("button", { name: layout }).click();
      const grid = page.getByRole("grid", { name: /^Targets and/ });
      const row = grid.getByRole("row").nth(2);
      const failed = row.getByRole("button", { name: /^ValidateService: failed/ });
      for (const button of [row.getByRole("button").first(), failed]) {
        for (const share of [0.1, 0.9]) {
          await row.scrollIntoViewIfNeeded();
          const [line, cell] = [await row.boundingBox(), await button.boundingBox()];
          if (!line || !cell) throw new Error("It is not on the screen.");
          await page.mouse.click(cell.x + cell.width / 2, line.y + line.height * share);
          const opened = page.getByRole("region", { name: button === failed ? /^Validate.* on i-/ : /^i-/ });
          await expect(opened).toBeFocused();
          await page.keyboard.press("Escape");
          await expect(button).toBeFocused();
        }
      }
    });
  }
});
