import { expectNoJumps, watchShifts } from "../layout-shift.ts";
import { operationOf } from "../operation-of.ts";
import { card } from "../page-parts.ts";
import { test } from "../rig-test.ts";

test.use({ viewport: { width: 390, height: 844 } });

test("what stands below waits for the code that shows what other services tell, and does not jump", async ({
  page,
  rig,
}) => {
  const { deploymentId } = await rig.emulator.start("ecs-hook-refused", { moment: "failed" });
  await watchShifts(page);
  const release = rig.dist.hold((path) => path.startsWith("/assets/joins-"));
  const targets = page.waitForResponse(
    (response) => operationOf(response.request()) === "BatchGetDeploymentTargets",
  );
  await page.goto(`${rig.origin}/us-east-1/${deploymentId}`);
  await targets;
  await card(page, "Why it failed").getByText("AWS says").waitFor();
  release();
  await card(page, "Why it failed").getByText("Likely cause: migrate-accounts").waitFor();
  await card(page, "Targets").waitFor();
  await expectNoJumps(page);
});
