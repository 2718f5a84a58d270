import type { Page } from "@playwright/test";
import type { Control } from "../../emulator/control/control-client.ts";
import { expectAccessibleInBothThemes, expectNoSidewaysScroll } from "../accessibility.ts";
import type { Site } from "../fixtures.ts";
import { expect, test } from "../fixtures.ts";
import { card } from "../page-parts.ts";
import { AFTER_FAILURES, longest } from "../poll-waits.ts";

// What the pages of lists show before their first answer, where none comes.

test.use({ expectsFailedRequests: true });

/** The pages of lists, each with the operation that it asks first and what shows that it is there. */
async function listPages(page: Page, emulator: Control, site: Site) {
  const applicationName = `first-${site.roleName}`;
  const names = { applicationName, deploymentGroupName: "prod" };
  const one = await emulator.start("ec2-succeeded", { ...names, moment: "done" });
  const other = await emulator.start("ec2-succeeded", { ...names, moment: "done" });
  const at = (path: string) => `${site.origin}/us-east-1/${path}`;
  return [
    {
      url: at(`applications/${applicationName}`),
      operation: "ListDeploymentGroups",
      shown: card(page, "Deployment groups"),
    },
    {
      url: at(`applications/${applicationName}/prod`),
      operation: "ListDeployments",
      shown: card(page, "Deployments"),
    },
    {
      url: at(`compare/${one.deploymentId}/${other.deploymentId}`),
      operation: "BatchGetDeployments",
      shown: card(page, "Deployments"),
    },
  ];
}

test("a list that AWS does not answer says why, when it is asked for again, and is there once AWS answers", async ({
  page,
  emulator,
  site,
  time,
}) => {
  const [first = Number.NaN, second = Number.NaN] = AFTER_FAILURES;
  for (const { url, operation, shown } of await listPages(page, emulator, site)) {
    const match = { origin: site.origin, operation };
    await emulator.fault({ match, effect: { kind: "reset" } });
    await page.goto(url);
    await time.runUntilVisible(page.getByRole("heading", { name: "AWS cannot be reached" }), 10);
    await expect(page.getByText("Trying again by itself in")).toBeVisible();
    await time.run(longest(first));
    // It stays through the next try, which fails as well.
    await expect(page.getByRole("heading", { name: "AWS cannot be reached" })).toBeVisible();
    await emulator.clearFaults(match);
    await time.runUntilVisible(shown, longest(second) + longest(first));
    await expect(page.getByText("AWS cannot be reached")).toHaveCount(0);
  }
});

test("a list that is opened without a network says so, and is there with the network", async ({
  page,
  emulator,
  site,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, "onLine", { get: () => Reflect.has(window, "hasNetwork") });
  });
  await page.setViewportSize({ width: 390, height: 844 });
  const pages = await listPages(page, emulator, site);
  const home = { url: `${site.origin}/`, shown: card(page, "Applications") };
  for (const { url, shown } of [...pages, home]) {
    await page.goto(url);
    await expect(page.getByText("AWS cannot be reached").first()).toBeVisible();
    await expectAccessibleInBothThemes(page);
    await expectNoSidewaysScroll(page);
    await page.evaluate(() => {
      Object.assign(window, { hasNetwork: true });
      window.dispatchEvent(new Event("online"));
    });
    await expect(shown).toBeVisible();
    await expect(page.getByText("AWS cannot be reached")).toHaveCount(0);
  }
});
