import type { Page } from "@playwright/test";
import type { Control } from "../../emulator/control/control-client.ts";
import type { Site } from "../fixtures.ts";
import { expect, test } from "../fixtures.ts";
import { shows } from "../page-parts.ts";
import type { StoppedClock } from "../stopped-clock.ts";

const MINUTE = 60;

/** Opens a wall of three deployments of one Region, and gives what is asked of AWS about deployments in the minute after it is there. */
async function askedInAMinute(page: Page, emulator: Control, site: Site, time: StoppedClock) {
  const started = [];
  for (let n = 0; n < 3; n += 1) started.push(await emulator.start("ec2-rolling", { moment: "halfway" }));
  const ids = started.map(({ deploymentId }) => deploymentId);
  await page.goto(`${site.origin}/us-east-1/${ids.join()}?view=wall`);
  const last = page.getByRole("region", { name: ids.at(-1) ?? "" });
  await time.runUntilVisible(shows(last, "In progress"), 10);
  const before = (await emulator.requests({ origin: site.origin })).length;
  await time.run(MINUTE);
  const requests = (await emulator.requests({ origin: site.origin })).slice(before);
  await expect(last).not.toContainText("Old data");
  const posts = requests.filter(({ method }) => method === "POST");
  return (operation: string) => posts.filter((request) => request.operation === operation).length;
}

test("the polls of one Region are one request", async ({ page, emulator, site, time }) => {
  const count = await askedInAMinute(page, emulator, site, time);
  // One in 4 to 6 s; three would ask 36 times.
  expect(count("BatchGetDeployments")).toBeGreaterThanOrEqual(9);
  expect(count("BatchGetDeployments") + count("GetDeployment")).toBeLessThanOrEqual(18);
});

test.describe("where the role may not read several at once", () => {
  test.use({ expectsFailedRequests: true });

  test("each is asked for by itself", async ({ page, emulator, site, time }) => {
    await emulator.setRole(site.roleName, { deny: ["codedeploy:BatchGetDeployments"] });
    const count = await askedInAMinute(page, emulator, site, time);
    expect(count("BatchGetDeployments")).toBeLessThanOrEqual(1);
    expect(count("GetDeployment")).toBeGreaterThanOrEqual(27);
  });
});
