import { expect, test } from "../fixtures.ts";
import { card } from "../page-parts.ts";

// Parts whose code is loaded later, and cannot be loaded when somebody opens them.

test.use({ expectsFailedRequests: true });

test("a part that is opened while offline says that it is missing, and is shown when the network is back", async ({
  page,
  context,
  emulator,
  open,
}) => {
  await open(await emulator.start("ec2-succeeded", { moment: "done" }));
  await expect(card(page, "Raw")).toBeVisible();
  await context.setOffline(true);
  await page.getByRole("button", { name: "Public, read-only" }).click();
  const access = page.getByRole("region", { name: "Your access" });
  await expect(access).toContainText("Your account and role could not be loaded.");
  await expect(access.getByRole("button", { name: "Load the page again" })).toBeHidden();
  await access.getByRole("button", { name: "Load it again" }).click();
  await expect(access).toContainText("Your account and role could not be loaded.");
  await expect(card(page, "Status")).toContainText("Succeeded");
  await expect(card(page, "Raw")).toBeVisible();
  await context.setOffline(false);
  await expect(access).toContainText("123456789012");
});

test("a page that cannot be loaded leaves the way back to the deployment open", async ({
  page,
  context,
  emulator,
  open,
}) => {
  await open(await emulator.start("ec2-succeeded", { moment: "done" }));
  await expect(card(page, "Raw")).toBeVisible();
  await context.setOffline(true);
  await page.getByRole("link", { name: "Deploywatch" }).click();
  await expect(page.getByText("This page could not be loaded.")).toBeVisible();
  await page.goBack();
  await expect(card(page, "Status")).toContainText("Succeeded");
  await page.goForward();
  await context.setOffline(false);
  await expect(page.getByRole("heading", { name: "Watch a deployment" })).toBeVisible();
});
