import { expectAccessibleInBothThemes } from "../accessibility.ts";
import { expect, test } from "../fixtures.ts";
import { openViewMenu } from "../page-parts.ts";

test.beforeEach(async ({ page, emulator, open }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(await emulator.start("ec2-rolling", { moment: "halfway" }));
  await expect(page.getByRole("button", { name: "Tell me when it ends" })).toBeVisible();
});

test("j and k lead to the deployments of the group before and after, and say where there is none", async ({
  page,
  emulator,
  site,
  open,
}) => {
  const deployment = await emulator.start("ec2-succeeded-with-failures", {
    moment: "done",
    pastRuns: 1,
    applicationName: site.roleName,
  });
  await open(deployment);
  await expect(page.getByRole("button", { name: "Tell me when it ends" })).toBeVisible();
  await page.keyboard.press("j");
  await expect(page).not.toHaveURL(new RegExp(deployment.deploymentId));
  await expect(page.getByRole("button", { name: "Tell me when it ends" })).toBeVisible();
  await page.keyboard.press("j");
  await expect(page.getByRole("status").getByText("no deployment of this group before")).toBeAttached();
  await page.keyboard.press("k");
  await expect(page).toHaveURL(new RegExp(deployment.deploymentId));
  await page.goBack();
  await expect(page).not.toHaveURL(new RegExp(deployment.deploymentId));
});

test("shortcuts work where nobody types, are listed, and can be switched off", async ({ page }) => {
  await test.step("p pauses and resumes, u switches the time zone, y copies the link, r refreshes", async () => {
    await page.keyboard.press("p");
    await expect(page.getByRole("button", { name: "Resume refreshing" })).toBeVisible();
    await page.keyboard.press("p");
    await expect(page.getByRole("button", { name: "Pause refreshing" })).toBeVisible();
    await page.keyboard.press("u");
    await expect(page).toHaveURL(/tz=utc/);
    await page.keyboard.press("u");
    await expect(page).not.toHaveURL(/tz=utc/);
    await page.keyboard.press("y");
    await expect(page.getByRole("status").getByText("Link copied")).toBeAttached();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    await page.keyboard.press("r");
    await expect(page.getByRole("status").getByText("Refreshed")).toBeAttached();
  });

  await test.step("keys are letters where somebody types, and part of the browser's own shortcuts", async () => {
    const search = page.getByRole("searchbox", { name: "Search the targets by id" });
    await search.pressSequentially("pu?");
    await expect(search).toHaveValue("pu?");
    await expect(page.getByRole("button", { name: "Pause refreshing" })).toBeVisible();
    await expect(page).not.toHaveURL(/tz=utc/);
    await search.blur();
    await page.keyboard.press("Alt+p");
    await expect(page.getByRole("button", { name: "Pause refreshing" })).toBeVisible();
  });

  await test.step("a question mark lists them, and they can be switched off for good", async () => {
    await page.keyboard.press("?");
    const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await expect(help).toContainText("Copy the link to what you see");
    await expectAccessibleInBothThemes(page);
    await help.getByRole("checkbox", { name: "Shortcuts are on" }).uncheck();
    await help.getByRole("button", { name: "Close" }).click();
    await expect(help).toBeHidden();
    await page.reload();
    await expect(page.getByRole("button", { name: "Tell me when it ends" })).toBeVisible();
    await page.keyboard.press("p");
    await page.keyboard.press("?");
    await expect(help).toBeHidden();
    await expect(page.getByRole("button", { name: "Pause refreshing" })).toBeVisible();
    await (await openViewMenu(page)).getByRole("button", { name: "Keyboard shortcuts" }).click();
    await expect(help).toBeVisible();
  });
});
