import { expect, test } from "@playwright/test";
import { countCommits, stopClock, watch } from "./commits.ts";
import { startRig } from "./rig.ts";
import { printTable } from "./table.ts";

const SECONDS = 60;

test("what a poll renders", async ({ page }) => {
  const rig = await startRig();
  const deployment = await rig.emulator.start("ec2-rolling", { moment: "firstInstance" });
  await countCommits(page);
  await page.goto(`${rig.origin}/${deployment.region}/${deployment.deploymentId}`);
  await expect(page.getByRole("region", { name: "Status" })).toBeVisible();
  await stopClock(page);
  const unchanged = await watch(page, deployment, SECONDS);
  await deployment.moveTo("halfway");
  const changed = await watch(page, deployment, SECONDS);
  await rig.close();

  printTable(`Renders caused by polls within ${SECONDS} s of watching a running deployment`, [
    { answers: "all the same", polls: unchanged.polls, renders: unchanged.rendersBesidesClocks },
    { answers: "one that differs", polls: changed.polls, renders: changed.rendersBesidesClocks },
  ]);
});
