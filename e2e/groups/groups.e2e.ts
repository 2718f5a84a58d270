import type { Page } from "@playwright/test";
import type { Control } from "../../emulator/control/control-client.ts";
import { expectAccessibleInBothThemes } from "../accessibility.ts";
import type { Site } from "../fixtures.ts";
import { expect, test } from "../fixtures.ts";
import { test as ownTest } from "../own-emulator.ts";
import { card } from "../page-parts.ts";

// The pages of applications and of deployment groups.

/** The name of an application of the test's own, with every character that a name can have. */
const nameOf = (site: Site) => `${site.roleName}.v1,eu+x=y@z-_`;

const address = (site: Site, ...names: string[]) =>
  `${site.origin}/us-east-1/applications/${names.map(encodeURIComponent).join("/")}`;

const row = (page: Page) =>
  page.getByRole("list", { name: "Deployments, newest first" }).getByRole("listitem");

/** What AWS was asked by the site, without preflights. */
async function asked(emulator: Control, site: Site): Promise<string[]> {
  const requests = await emulator.requests({ origin: site.origin });
  return requests
    .filter(({ method, operation }) => method === "POST" && /Deployment|Application/.test(operation ?? ""))
    .map(({ operation }) => operation ?? "");
}

test("one comes from an application to the log of a failure without typing an id, and back", async ({
  page,
  emulator,
  site,
}) => {
  const odd = nameOf(site);
  const names = { applicationName: odd, deploymentGroupName: "prod+1" };
  await emulator.start("ec2-succeeded", { ...names, moment: "done", history: 90 });
  await emulator.start("ec2-rolling", { ...names, deploymentGroupName: "staging", moment: "halfway" });
  await page.goto(address(site, odd));
  const groups = page.getByRole("list", { name: "Deployment groups by name" });
  await expect(groups.getByRole("listitem")).toHaveCount(2);
  await expect(groups.getByRole("listitem").nth(0)).toContainText(
    /Last attempt: Succeeded.*Last success: billing-worker/,
  );
  await expect(groups.getByRole("listitem").nth(1)).toContainText(
    /In progress, .* so far, \d+ of \d+ succeeded/,
  );
  await expectAccessibleInBothThemes(page);
  const before = await asked(emulator, site);
  expect(before.filter((operation) => operation !== "BatchGetDeployments")).toEqual([
    "ListDeploymentGroups",
    "BatchGetDeploymentGroups",
  ]);

  await groups.getByRole("link", { name: "prod+1" }).click();
  await expect(row(page)).toHaveCount(50);
  await expect(card(page, "What runs now")).toContainText("billing-worker");
  await expect(card(page, "Durations")).toContainText("the broken line is the usual");
  await expect(card(page, "Settings today")).toContainText("Automatic rollback");
  await expectAccessibleInBothThemes(page);
  const ofGroup = (await asked(emulator, site)).slice(before.length);
  expect(ofGroup.length, ofGroup.join()).toBeLessThanOrEqual(4);

  await page.getByRole("button", { name: "Failed", exact: true }).click();
  await expect(page).toHaveURL(/\?status=failed$/);
  await expect(row(page).first()).toContainText(/Failed.*rolled back by d-/);
  const link = row(page).first().getByRole("link");
  const id = (await link.textContent()) ?? "";
  await link.click();
  await expect(page.getByText("Service is not healthy after 5 attempts").first()).toBeVisible();
  await page.getByRole("heading", { level: 1 }).getByRole("link", { name: "prod+1" }).click();
  await expect(row(page).first()).toContainText("Succeeded");
  await page.goBack();
  await expect(card(page, "Status")).toContainText("Failed");
  await page.goBack();
  await expect(row(page).first()).toContainText(id);
  await page.goForward();
  await expect(page).toHaveURL(new RegExp(`/us-east-1/${id}$`));
  await page.getByRole("heading", { level: 1 }).getByRole("link", { name: odd }).click();
  await expect(groups.getByRole("listitem")).toHaveCount(2);
});

test("of a group of a thousand only what is in sight is drawn; keys lead through it, on a phone as well", async ({
  page,
  emulator,
  site,
}) => {
  await emulator.start("ec2-succeeded", {
    applicationName: nameOf(site),
    deploymentGroupName: "prod",
    moment: "done",
    history: 1000,
  });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${address(site, nameOf(site), "prod")}?since=30d`);
  await expect(row(page)).toHaveCount(50);
  await expect(page.getByRole("button", { name: "30 days" })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "Any time" }).click();
  for (const count of [100, 150]) {
    await page.getByRole("button", { name: "Show up to 50 more" }).click();
    await expect(page.getByText(`${count} read`)).toBeVisible();
  }
  expect(await row(page).count()).toBeLessThan(30);
  await page.keyboard.press("j");
  await expect(row(page).first().getByRole("link")).toBeFocused();
  for (let presses = 0; presses < 40; presses++) await page.keyboard.press("j");
  const reached = page.locator("[aria-posinset='41']");
  await expect(reached.getByRole("link")).toBeFocused();
  await page.keyboard.press("k");
  await expect(page.locator("[aria-posinset='40']").getByRole("link")).toBeFocused();
  await expectAccessibleInBothThemes(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const id = (await page.locator("[aria-posinset='40']").getByRole("link").textContent()) ?? "";
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${site.origin}/us-east-1/${id}`);
  await expect(card(page, "Status")).toContainText(/Succeeded|Failed|Stopped/);
  // Who comes back finds the list where it was left.
  await page.goBack();
  const left = page.locator("[aria-posinset='40']");
  await expect(left).toContainText(id);
  await expect(left).toBeInViewport();
  await page.keyboard.press("j");
  expect(
    await page.evaluate(() => Number(document.activeElement?.closest("li")?.getAttribute("aria-posinset"))),
    "keys go on from what is in sight",
  ).toBeGreaterThan(20);
  // A new visit begins at the top.
  await page.getByRole("navigation", { name: "Where this is" }).getByRole("link").last().click();
  await page.getByRole("link", { name: "prod", exact: true }).click();
  await expect(page.locator("[aria-posinset='1']")).toBeVisible();
});

test("what runs is live until it ends, and nothing is asked after that", async ({
  page,
  emulator,
  site,
  time,
}) => {
  const names = { applicationName: nameOf(site), deploymentGroupName: "prod" };
  const deployment = await emulator.start("ec2-rolling", { ...names, moment: "halfway", history: 10 });
  await page.goto(address(site, nameOf(site), "prod"));
  await time.runUntilVisible(row(page).first().getByText("In progress"), 10);
  await expect(card(page, "What runs now")).toContainText(`${deployment.deploymentId} is not over`);
  await deployment.moveTo(3_600_000);
  await time.runUntilVisible(row(page).first().getByText("Succeeded"), 30);
  await expect(card(page, "What runs now")).not.toContainText("Something else may run");
  await time.run(5);
  const askedThen = time.asked(-1).length;
  await time.run(120, 10_000);
  expect(time.asked(-1)).toHaveLength(askedThen);
});

test.describe("where the role lacks a permission", () => {
  test.use({ expectsFailedRequests: true });

  const REFUSALS = [
    { action: "ListDeploymentGroups", at: [], says: "Not allowed to list this" },
    { action: "BatchGetDeploymentGroups", at: [], says: "The state of 1 group is not known" },
    { action: "ListDeployments", at: ["prod"], says: "Not allowed to list this" },
    { action: "BatchGetDeployments", at: ["prod"], says: "Only the id is known of 3 deployments" },
    { action: "GetDeploymentGroup", at: ["prod"], says: "The group’s settings are not known" },
  ];

  test("each list says which, how to allow it, and shows the rest", async ({ page, emulator, site }) => {
    await emulator.start("ec2-succeeded", {
      applicationName: nameOf(site),
      deploymentGroupName: "prod",
      moment: "done",
      pastRuns: 2,
    });
    for (const { action, at, says } of REFUSALS) {
      await emulator.setRole(site.roleName, { deny: [`codedeploy:${action}`] });
      await page.goto(address(site, nameOf(site), ...at));
      await expect(page.getByText(says)).toBeVisible();
      await expect(page.getByText(`CodeDeploy refused codedeploy:${action}`).first()).toBeVisible();
      await expectAccessibleInBothThemes(page);
    }
    // The last of them takes away the settings alone.
    await expect(row(page)).toHaveCount(3);
  });

  test("names that there are not, and Regions that are not served, are told apart", async ({
    page,
    emulator,
    site,
  }) => {
    await emulator.start("ec2-succeeded", {
      applicationName: nameOf(site),
      deploymentGroupName: "prod",
      moment: "done",
    });
    for (const [url, says] of [
      [address(site, "nowhere"), "No such application here"],
      [address(site, nameOf(site), "nowhere"), "No such deployment group here"],
      [
        address(site, nameOf(site), "prod").replace("us-east-1", "ap-south-1"),
        "This site does not show that Region",
      ],
    ] as const) {
      await page.goto(url);
      await expect(page.getByText(says)).toBeVisible();
      await expectAccessibleInBothThemes(page);
    }
    await page.getByRole("link", { name: "us-east-1" }).click();
    await expect(row(page)).toHaveCount(1);
  });
});

ownTest.describe("where config.json lists the join of ECS", () => {
  ownTest.use({ joins: ["ecs"] });

  ownTest("what runs is certain: ECS says whose tasks have the traffic", async ({ page, own, site }) => {
    await own.control.start("ecs-linear", { moment: "done" });
    await page.goto(address(site, "AppECS-prod-storefront", "DgpECS-prod-storefront"));
    await expect(card(page, "What runs now")).toContainText(
      "Certain: ECS says that the traffic goes to this deployment’s tasks",
    );
    await expectAccessibleInBothThemes(page);
  });
});
