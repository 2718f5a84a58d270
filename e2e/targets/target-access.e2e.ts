import { expect, test } from "../fixtures.ts";
import { card, expectHonestText, fact } from "../page-parts.ts";

test.use({ expectsFailedRequests: true });

const DENIED = [
  { action: "codedeploy:ListDeploymentTargets", part: "Instances" },
  { action: "codedeploy:BatchGetDeploymentTargets", part: "Instances" },
] as const;

test("without a permission one part alone is missing, and says why", async ({
  page,
  emulator,
  site,
  open,
}) => {
  for (const { action, part } of DENIED) {
    await test.step(`without ${action} that part alone is missing, and says why`, async () => {
      await emulator.setRole(site.roleName, { deny: [action] });
      await open(await emulator.start("ec2-failing", { moment: "failed" }));
      await expect(card(page, part)).toContainText(`may not call ${action}`);
      await expect(fact(card(page, "Why it failed"), "Error code")).toContainText("HEALTH_CONSTRAINTS");
    });
  }

  await test.step("without codedeploy:GetDeploymentConfig the health budget alone is missing, and says why", async () => {
    await emulator.setRole(site.roleName, { deny: ["codedeploy:GetDeploymentConfig"] });
    await open(await emulator.start("ec2-failing", { moment: "firstFailure" }));
    await expect(fact(card(page, "Happening now"), "Health")).toContainText(
      "may not call codedeploy:GetDeploymentConfig",
    );
    await expect(page.getByRole("grid").getByRole("row")).toHaveCount(11);
  });
});

test("targets that AWS throttles come when it answers again", async ({ page, emulator, open }) => {
  const deployment = await emulator.start("ec2-failing", { moment: "failed" });
  await deployment.fault(
    { kind: "error", type: "ThrottlingException", message: "Rate exceeded", status: 400 },
    { operation: "ListDeploymentTargets", times: 1 },
  );
  await open(deployment);
  await expect(page.getByRole("grid").getByRole("row")).toHaveCount(11, { timeout: 60_000 });
});

test("oddities of targets, and what has not started, are shown as they are", async ({
  page,
  emulator,
  open,
}) => {
  await test.step("a deployment that has not started says so of its targets", async () => {
    await open(await emulator.start("ec2-created"));
    await expect(card(page, "Instances")).toContainText("Not started.");
  });

  await test.step("oddities of targets are shown as they are", async () => {
    await open(await emulator.start("ec2-strange-targets", { moment: "running" }));
    const grid = page.getByRole("grid");
    await expect(grid.getByRole("columnheader", { name: "WarmCaches" })).toBeVisible();
    await expect(grid.getByRole("button", { name: "WarmCaches: Paused" })).toBeVisible();
    await expect(grid.getByText("Quarantined")).toBeVisible();
    await expect(grid.getByText("no longer reported").first()).toBeVisible();
    await expectHonestText(page);
  });
});
