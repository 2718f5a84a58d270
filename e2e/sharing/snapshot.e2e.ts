import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectAccessibleInBothThemes, expectNoSidewaysScroll } from "../accessibility.ts";
import { expect, test } from "../fixtures.ts";
import { card } from "../page-parts.ts";
import { choose } from "./share-menu.ts";

/** Takes all the ticks away from what is left out, so that what is kept is what was shown. */
async function leaveNothingOut(page: Page): Promise<void> {
  for (const box of await page.getByRole("dialog").getByRole("checkbox").all()) await box.uncheck();
}

async function savedFile(page: Page): Promise<{ name: string; text: string }> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save file" }).click();
  const download = await downloading;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

/** What stands in the cards, without what a clock says that goes on in one of them. */
async function cardTexts(page: Page): Promise<string[]> {
  const cards = page.getByRole("main").locator("section[aria-labelledby], section[aria-label='Status']");
  const texts = await cards.allInnerTexts();
  return texts.map((text) => text.replaceAll(/ \([^()]* ago\)/g, "").replaceAll(/\s+/g, " "));
}

/** The requests that went anywhere but to where the page comes from. */
function requestsElsewhere(page: Page): string[] {
  const urls: string[] = [];
  const { port } = new URL(page.url());
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.port !== port) urls.push(request.url());
  });
  return urls;
}

test("a snapshot shows in a site without configuration what the page showed, and asks nobody", async ({
  page,
  emulator,
  open,
  site,
}) => {
  await open(await emulator.start("ec2-failing", { moment: "failed" }));
  await expect(card(page, "Raw")).toBeVisible();
  await expect(page.getByRole("grid")).toBeVisible();
  // The deployments before and after it come last.
  await expect(card(page, "Status")).toContainText(/Before: .*After: /);
  const live = await cardTexts(page);
  expect(live.length).toBeGreaterThan(4);
  await choose(page, "Save snapshot…");
  await expectAccessibleInBothThemes(page);
  await leaveNothingOut(page);
  const { name, text } = await savedFile(page);
  expect(name).toMatch(/^d-[A-Z0-9]+-.*\.deploywatch\.json$/);

  await emulator.setConfig(site.host, { body: "<!doctype html>", contentType: "text/html" });
  await page.goto(site.origin);
  await page.getByRole("link", { name: "Open a snapshot instead" }).click();
  await expect(page.getByRole("heading", { name: "Open a snapshot" })).toBeVisible();
  await expectAccessibleInBothThemes(page);
  const requests = requestsElsewhere(page);
  await page
    .getByLabel("File of a snapshot")
    .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  await expect(card(page, "Raw")).toBeVisible();
  await expect(page.getByText(/^Snapshot of d-.*, taken .*, not live$/)).toBeVisible();
  await expect(page).toHaveTitle(/^Snapshot · ✗ Failed/);
  expect(await cardTexts(page)).toEqual(live);
  await expectAccessibleInBothThemes(page);

  // Targets, events and logs are there to be explored, each with an address.
  await page
    .getByRole("grid")
    .getByRole("button", { name: /^ValidateService: failed/ })
    .first()
    .click();
  await expect(page.locator("[data-opened]")).toContainText("exit code");
  await expect(page).toHaveURL(/\/snapshot\?target=.*&event=ValidateService/);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  expect(requests).toEqual([]);
});

test("a snapshot that fits a link opens from it, with its address of a target", async ({
  page,
  emulator,
  open,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(await emulator.start("lambda-stopped-by-alarm", { moment: "stopped" }));
  await expect(card(page, "Raw")).toBeVisible();
  await choose(page, "Copy snapshot link…");
  const dialog = page.getByRole("dialog", { name: "Copy snapshot link" });
  await expect(dialog.getByText(/^1?,?\d+ characters\./)).toBeVisible();
  await expectAccessibleInBothThemes(page);
  await dialog.getByRole("button", { name: "Copy snapshot link" }).click();
  await expect(dialog.getByRole("button", { name: "Copied" })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.length).toBeLessThanOrEqual(2_000);

  const requests = requestsElsewhere(page);
  await page.goto("about:blank");
  await page.goto(link);
  await expect(card(page, "Raw")).toBeVisible();
  await expect(page.getByText(/Marks stand in the place of what was taken out/)).toBeVisible();
  await expect(card(page, "Status")).toContainText("Stopped");
  // What is opened in it has an address, which holds the snapshot still.
  await page.getByRole("grid").getByRole("row").nth(1).getByRole("button").last().click();
  await expect(page.locator("[data-opened]")).toBeVisible();
  await expect(page).toHaveURL(/\/snapshot\?target=[^#]*#s=/);
  await page.reload();
  await expect(page.locator("[data-opened]")).toBeVisible();
  await expect(card(page, "Status")).toContainText("Stopped");
  expect(requests).toEqual([]);
  await page.getByRole("link", { name: "Deploywatch" }).click();
  await expect(page.getByRole("heading", { name: "Watch a deployment" })).toBeVisible();
});

test("a file that is none is refused in words, and another one can be chosen", async ({ page, site }) => {
  await page.goto(site.origin);
  const input = page.getByLabel("File of a snapshot");
  await input.setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await expect(page.getByRole("alert")).toContainText("This is no snapshot");
  await expectAccessibleInBothThemes(page);
  // A file from the desktop, dropped anywhere on the home page.
  await page.goto(site.origin);
  await expect(page.getByRole("button", { name: "Open a snapshot…" })).toBeVisible();
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["[]"], "other.json", { type: "application/json" }));
    return transfer;
  });
  await page.getByRole("main").dispatchEvent("drop", { dataTransfer: dropped });
  await expect(page).toHaveURL(`${site.origin}/snapshot`);
  await expect(page.getByRole("alert")).toContainText("This is no snapshot");
  await page.goto(`${site.origin}/snapshot#s=AAAA`);
  await expect(page.getByRole("alert")).toContainText("This link is not whole");
});
