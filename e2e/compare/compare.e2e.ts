import { expectAccessibleInBothThemes, expectNoSidewaysScroll } from "../accessibility.ts";
import { expect, test } from "../fixtures.ts";
import { card } from "../page-parts.ts";

test("two deployments of a group stand side by side: outcome, steps, targets, revision, settings", async ({
  page,
  emulator,
  site,
}) => {
  const group = { applicationName: `web-${site.roleName}`, deploymentGroupName: "prod" };
  const earlier = await emulator.start("ec2-rolling", { ...group, moment: "done", createdAgoMs: 9_000_000 });
  const later = await emulator.start("ec2-failing", { ...group, moment: "failed" });
  await page.goto(`${site.origin}/us-east-1/compare/${later.deploymentId}/${earlier.deploymentId}`);
  const row = (name: string) =>
    page
      .getByRole("table", { name: "The two deployments" })
      .getByRole("row", { name: new RegExp(`^${name}`) });
  // The one that was created first comes first, whatever the address says.
  await expect(row("Deployment").getByRole("cell").first()).toHaveText(earlier.deploymentId);
  await expect(row("Status").getByRole("cell")).toHaveText(["Succeeded", "Failed"]);
  await expect(card(page, "Duration of each step")).toContainText(
    "ValidateService got slower most: 10s after 8s, as the median of 6 targets or more.",
  );
  await expect(page.getByRole("row", { name: /^ValidateService/ })).toContainText(/8s.*10s.*2s/);
  await expect(page.getByRole("row", { name: /^ApplicationStart/ })).toContainText(/6s.*6s.*about the same/);
  await expect(card(page, "Targets")).toContainText("in both");
  await expect(card(page, "Settings")).toContainText("deploymentConfigName");
  await expect(card(page, "Revision")).toContainText("than before");
  await expectAccessibleInBothThemes(page);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    await expectNoSidewaysScroll(page);
  }
  await page.getByRole("navigation", { name: "Where this is" }).getByRole("link", { name: "prod" }).click();
  await expect(page).toHaveURL(`${site.origin}/us-east-1/applications/${group.applicationName}/prod`);

  // And from the group's history, by two checkboxes.
  const box = (id: string) => page.getByRole("checkbox", { name: `Compare ${id}` });
  await box(later.deploymentId).check();
  await expect(page.getByText(`Choose another one to compare with ${later.deploymentId}.`)).toBeVisible();
  await box(earlier.deploymentId).check();
  await expect(box(later.related["rollback"] ?? "")).toBeDisabled();
  await expectAccessibleInBothThemes(page);
  await expectNoSidewaysScroll(page);
  await page
    .getByRole("link", { name: `Compare ${later.deploymentId} with ${earlier.deploymentId}` })
    .click();
  await expect(row("Deployment").getByRole("cell").first()).toHaveText(earlier.deploymentId);
});

test.describe("where something is refused or missing", () => {
  test.use({ expectsFailedRequests: true });

  test("the rest of the comparison stands, and what is missing is said", async ({ page, emulator, site }) => {
    const group = { applicationName: `api-${site.roleName}` };
    const one = await emulator.start("ec2-succeeded", { ...group, moment: "done" });
    const other = await emulator.start("ec2-succeeded", { ...group, moment: "done" });
    await emulator.setRole(site.roleName, {
      deny: ["codedeploy:BatchGetDeployments", "codedeploy:ListDeploymentTargets"],
    });
    await page.goto(`${site.origin}/us-east-1/compare/${one.deploymentId}/${other.deploymentId}`);
    await expect(card(page, "Deployments")).toContainText(other.deploymentId);
    await expect(card(page, "Settings")).toContainText("No setting differs");
    await expect(page.getByText("Steps and targets are not compared")).toBeVisible();
    await expectAccessibleInBothThemes(page);

    await page.goto(`${site.origin}/us-east-1/compare/${one.deploymentId}/d-000000000`);
    await expect(page.getByRole("alert")).toContainText("No such deployment here");
    await page.goto(`${site.origin}/us-east-1/compare/${one.deploymentId}/%3Cb%3E`);
    await expect(page.getByRole("heading", { name: "This is not a deployment id" })).toBeVisible();
  });
});
