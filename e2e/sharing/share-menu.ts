import type { Page } from "@playwright/test";

/** Chooses an entry of the menu for sharing. */
export async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByRole("region", { name: "Share" }).getByRole("button", { name }).click();
}
