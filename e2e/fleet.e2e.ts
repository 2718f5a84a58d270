import { expect, test } from "./fixtures.ts";
import { card } from "./page-parts.ts";

test("a fleet of 1,000 shows its failures first, and draws only what is in sight", async ({
  page,
  emulator,
  open,
}) => {
  await open(await emulator.start("ec2-fleet", { moment: "done" }));
  const grid = page.getByRole("grid");
  const instances = card(page, "Instances");
  await expect(instances.getByRole("button", { name: /^994 succeeded$/ })).toBeVisible();
  await expect(grid).toHaveAttribute("aria-rowcount", "1001");
  await expect(grid.getByRole("row").nth(1)).toContainText("failed");
  expect(await page.locator("*").count()).toBeLessThan(1_500);
  await instances.getByRole("button", { name: /^6 failed$/ }).click();
  await expect(grid.getByRole("row")).toHaveCount(7);
  await expect(page).toHaveURL(/status=Failed/);
});

test("a fleet at rest costs no more requests for its targets", async ({ page, emulator, open }) => {
  const deployment = await emulator.start("ec2-fleet", { moment: "done" });
  await open(deployment);
  await expect(page.getByRole("button", { name: /^994 succeeded$/ })).toBeVisible();
  const targetRequests = async () => {
    const requests = await deployment.requests();
    return requests.filter(({ operation }) => operation === "BatchGetDeploymentTargets").length;
  };
  const before = await targetRequests();
  expect(before).toBeLessThanOrEqual(42);
  await page.getByRole("button", { name: /^Refresh/ }).click();
  await expect.poll(targetRequests).toBe(before);
});

test("a link opens an instance far down the list, at its event, with its row in sight", async ({
  page,
  emulator,
  open,
}) => {
  const deployment = await emulator.start("ec2-fleet", { moment: "done" });
  await open(deployment);
  const grid = page.getByRole("grid");
  await expect(page.getByRole("button", { name: /^994 succeeded$/ })).toBeVisible();
  await grid.getByRole("button").first().focus();
  await page.keyboard.press("Control+End");
  const last = grid.getByRole("row").last();
  await expect(last).toHaveAttribute("aria-rowindex", "1001");
  const id = await last.getByRole("rowheader").locator("bdi").innerText();

  await open(deployment, `?target=${id}&event=Install`);
  await expect(page.getByRole("region", { name: `Install on ${id}` })).toContainText("succeeded after");
  await expect(grid.getByRole("row", { name: new RegExp(id) })).toBeInViewport();
});

test("the search finds an instance by a part of its id", async ({ page, emulator, open }) => {
  await open(await emulator.start("ec2-fleet", { moment: "done" }));
  const grid = page.getByRole("grid");
  const id = await grid.getByRole("rowheader").first().locator("bdi").innerText();
  await page.getByRole("searchbox", { name: "Search the targets by id" }).fill(id.slice(2, 12).toUpperCase());
  await expect(grid.getByRole("row")).toHaveCount(2);
  await expect(grid.getByRole("rowheader")).toContainText(id);
});
