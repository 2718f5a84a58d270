import type { Locator, Page } from "@playwright/test";
import { expect } from "@playwright/test";

/** A titled part of the page, such as the card "What changed". */
export function card(page: Page, name: string): Locator {
  return page.getByRole("region", { name, exact: true });
}

/** The value of a name and value pair. */
export function fact(within: Locator, name: string): Locator {
  const term = within
    .page()
    .getByRole("term")
    .filter({ hasText: new RegExp(`^${name}$`) });
  return within.locator("dl > div").filter({ has: term }).getByRole("definition");
}

/** The same part, once it shows the text. */
export function shows(part: Locator, text: string | RegExp): Locator {
  return part.filter({ hasText: text });
}

/** The deployment's id, beside the page's heading. */
export function shownId(page: Page): Locator {
  return page
    .getByRole("main")
    .getByRole("paragraph")
    .filter({
      has: page.getByRole("button", { name: "Copy deployment id" }),
    });
}

/** The menu for how the page is seen, opened: time zone, theme, wall and keys. */
export async function openViewMenu(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "View", exact: true }).click();
  return page.getByRole("region", { name: "View", exact: true });
}

/** The line that says how fresh the page is. */
export function liveState(page: Page): Locator {
  return page.getByRole("banner").getByRole("paragraph");
}

/** Text that a page shows only because of a bug: a value that was missing or of the wrong type. */
const PROGRAM_WORDS = /\bundefined\b|\bNaN\b|Invalid Date|\[object/;

/** Fails when the page or its title shows such text. */
export async function expectHonestText(page: Page): Promise<void> {
  const text = `${await page.title()}\n${await page.locator("body").innerText()}`;
  expect(text).not.toMatch(PROGRAM_WORDS);
}

/** Expects the page that stands in place of a deployment which cannot be shown. */
export async function expectErrorPage(page: Page, title: string): Promise<void> {
  await expect(page.getByRole("heading", { name: title, exact: true })).toBeVisible();
  await expect(page).toHaveTitle(new RegExp(title));
  await expect(page.getByRole("link", { name: "Find another deployment" })).toBeVisible();
  await expectHonestText(page);
}
