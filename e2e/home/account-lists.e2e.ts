import { expectAccessibleInBothThemes, expectNoSidewaysScroll } from "../accessibility.ts";
import { expect, test } from "../fixtures.ts";
import { expectNoJumps, watchShifts } from "../layout-shift.ts";
import { card } from "../page-parts.ts";

test("from the home page somebody without an id comes to a failing step's log, and back", async ({
  page,
  emulator,
  site,
}) => {
  const names = { applicationName: `a-${"long".repeat(20)}`, deploymentGroupName: "prod" };
  const region = "eu-west-1";
  const failed = await emulator.start("ec2-failing", {
    ...names,
    region,
    moment: "failed",
    createdAgoMs: 600_000,
  });
  await watchShifts(page);
  await page.goto(site.origin);
  await expect(card(page, "Failed in the last 24 hours")).toContainText(failed.deploymentId);
  await expectNoJumps(page);
  await expectAccessibleInBothThemes(page);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    await expectNoSidewaysScroll(page);
  }
  await card(page, "Applications").getByRole("link", { name: names.applicationName }).click();
  await page.getByRole("link", { name: "prod" }).first().click();
  await page.getByRole("link", { name: failed.deploymentId }).first().click();
  await expect(card(page, "Why it failed")).toContainText("ValidateService");
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await expect(card(page, "Failed in the last 24 hours")).toContainText(failed.deploymentId);
});

test.describe("where the role may not list the account", () => {
  test.use({ expectsFailedRequests: true });

  test("the parts that need it are one line each, and the box works", async ({ page, emulator, site }) => {
    await emulator.setRole(site.roleName, {
      deny: ["codedeploy:ListDeployments", "codedeploy:ListApplications"],
    });
    await page.goto(site.origin);
    const main = page.getByRole("main");
    await expect(
      main.getByText(/What runs and what failed is not shown in .*codedeploy:ListDeployments/),
    ).toBeVisible();
    await expect(
      main.getByText(/The applications are not shown in .*codedeploy:ListApplications/),
    ).toBeVisible();
    await expect(main.getByRole("region", { name: "Running now" })).toHaveCount(0);
    await expectAccessibleInBothThemes(page);
  });
});
