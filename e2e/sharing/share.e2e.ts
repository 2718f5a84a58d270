import { expectAccessibleInBothThemes, expectNoSidewaysScroll } from "../accessibility.ts";
import { expect, test } from "../fixtures.ts";
import { card } from "../page-parts.ts";
import { choose } from "./share-menu.ts";

/** Whether a line ends in dots for want of room. */
function isCut(line: HTMLElement | SVGElement): boolean {
  return line.scrollWidth > line.clientWidth && getComputedStyle(line).textOverflow === "ellipsis";
}

test("a failure is copied for a ticket and for a chat exactly as it was shown before", async ({
  page,
  emulator,
  open,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(await emulator.start("ec2-failing", { moment: "failed" }));
  await expect(card(page, "Raw")).toBeVisible();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expectAccessibleInBothThemes(page);
  await page.keyboard.press("Escape");

  await choose(page, "Copy as Markdown…");
  const dialog = page.getByRole("dialog", { name: "Copy as Markdown" });
  const preview = dialog.getByRole("region", { name: "What leaves the page" });
  await expect(preview).toContainText("**Failed**");
  await expect(preview).toContainText("[log left out]");
  await expect(dialog.getByRole("checkbox", { name: "Instance ids (10)" })).toBeChecked();
  await expectAccessibleInBothThemes(page);
  // What somebody chooses to pass on stands there before they do.
  await dialog.getByRole("checkbox", { name: /^Logs of scripts/ }).uncheck();
  await expect(preview).not.toContainText("[log left out]");
  await dialog.getByRole("button", { name: "Copy summary as Markdown" }).click();
  await expect(dialog.getByRole("button", { name: "Copied" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await preview.locator("pre").textContent());
  expect(copied).toContain(`<${page.url()}>`);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Share", exact: true })).toBeFocused();

  await page.setViewportSize({ width: 390, height: 844 });
  await choose(page, "Copy for Slack…");
  const slack = page.getByRole("dialog", { name: "Copy for Slack" });
  await expect(slack.getByRole("region", { name: "What leaves the page" })).toContainText("*Failed*");
  await expectNoSidewaysScroll(page);
  await expectAccessibleInBothThemes(page);
});

test("the paper of a failure has its address, times in UTC, every cause and the whole log", async ({
  page,
  emulator,
  open,
}) => {
  await open(await emulator.start("ec2-script-errors", { moment: "failed" }));
  await expect(card(page, "Raw")).toBeVisible();
  const why = card(page, "Why it failed");
  const folded = why.locator("details:not([open])").first();
  await expect(folded.getByText("What to do:")).toBeHidden();
  const onScreen = await why.locator("pre").first().innerText();
  await page.setViewportSize({ width: 718, height: 1000 }); // A sheet of A4 has this room.
  await expect(page.getByText("Final", { exact: true })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText(page.url())).toBeVisible();
  await expect(page.getByText("Final", { exact: true }), "paper is not live").toBeHidden();
  const lines = await card(page, "Status").locator("p, span").all();
  for (const line of lines) expect(await line.evaluate(isCut)).toBe(false);
  await expect(page.getByText("Times are in UTC.")).toBeVisible();
  await expect(folded.getByText("What to do:")).toBeVisible();
  await expect
    .poll(async () => (await why.locator("pre").first().innerText()).length)
    .toBeGreaterThan(onScreen.length);
  // Central Europe is an hour ahead of UTC.
  const created = card(page, "Status").locator("time").first();
  const iso = (await created.getAttribute("datetime")) ?? "";
  // Of another day, after midnight, the seconds stand in the full date alone.
  await expect(created).toContainText(iso.slice(11, 16));
  await expect(created).toHaveAttribute("title", new RegExp(`${iso.slice(11, 19)} UTC$`));
  await page.emulateMedia({ media: "screen" });
  await expect(created).not.toContainText(iso.slice(11, 16));
});
