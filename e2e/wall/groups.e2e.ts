import { expectAccessibleInBothThemes, expectNoSidewaysScroll } from "../accessibility.ts";
import { expect, test } from "../fixtures.ts";
import { openViewMenu, shows } from "../page-parts.ts";

const MINUTE = 60;

test.use({ expectsFailedRequests: true });

test("the wall of a group follows it through three successive deployments by itself", async ({
  page,
  emulator,
  site,
  time,
}) => {
  const group = { applicationName: `web.${site.roleName}`, deploymentGroupName: "prod+eu" };
  const start = (moment: string) => emulator.start("ec2-succeeded", { ...group, moment });
  const path = `/us-east-1/applications/${group.applicationName}/${encodeURIComponent(group.deploymentGroupName)}`;
  const tile = (id: string) => page.getByRole("region", { name: id });
  const first = await start("running");
  await page.goto(`${site.origin}${path}?view=wall`);
  await time.runUntilVisible(shows(tile(first.deploymentId), "In progress"), MINUTE);
  await first.moveTo("done");
  await time.runUntilVisible(shows(tile(first.deploymentId), "Succeeded"), MINUTE);

  const second = await start("running");
  await time.runUntilVisible(shows(tile(second.deploymentId), "In progress"), MINUTE);
  await expect(tile(first.deploymentId)).toHaveCount(0);
  await expect(page).toHaveTitle(/In progress/);
  await expect(
    page.getByRole("status").filter({ hasText: `shows deployment ${second.deploymentId}` }),
  ).toBeAttached();

  // A third one begins while the second still runs.
  const third = await start("running");
  await time.runUntilVisible(shows(tile(third.deploymentId), "In progress"), MINUTE);
  await emulator.setRole(site.roleName, { deny: ["codedeploy:ListDeployments"] });
  const note = "Newer deployments may be missing: Not allowed to list this";
  await time.runUntilVisible(shows(tile(third.deploymentId), note), MINUTE);
  await third.moveTo("done");
  await time.runUntilVisible(shows(tile(third.deploymentId), "Succeeded"), MINUTE);
});

test("groups and deployments stand on one wall, each with what is wrong with it alone", async ({
  page,
  emulator,
  site,
}) => {
  const application = `shop-${site.roleName}`;
  const group = "a".repeat(100);
  const running = await emulator.start("ec2-rolling", {
    applicationName: application,
    deploymentGroupName: group,
    moment: "halfway",
  });
  const alone = await emulator.start("lambda-canary", { region: "eu-west-1", moment: "canary" });
  await page.goto(`${site.origin}/us-east-1/applications/${application}/${group}`);
  await (await openViewMenu(page)).getByRole("link", { name: "Wall view" }).click();
  const path = `${site.origin}/us-east-1/applications/${application}/${group}`;
  await expect(page).toHaveURL(`${path}?view=wall`);
  const also = [
    `eu-west-1/${alone.deploymentId}`,
    "us-east-1/applications/nobody/prod",
    "ap-south-1/applications/web/prod",
  ];
  await page.goto(`${path}?view=wall&${also.map((one) => `also=${one}`).join("&")}`);
  const tile = (id: string) => page.getByRole("region", { name: id });
  await expect(tile(running.deploymentId)).toContainText("In progress");
  await expect(tile(alone.deploymentId)).toContainText("In progress");
  await expect(tile("nobody / prod")).toContainText("No such application here");
  await expect(tile("web / prod")).toContainText("This site does not show that Region");
  await expectAccessibleInBothThemes(page);
  for (const width of [1920, 390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    await expectNoSidewaysScroll(page);
  }
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(path);
});
