import fc from "fast-check";
import { deploymentInfo } from "../../testing/arbitrary/arbitrary-deployment.ts";
import { deploymentTarget } from "../../testing/arbitrary/arbitrary-target.ts";
import { expectNoSidewaysScroll } from "../accessibility.ts";
import { expect, test } from "../fixtures.ts";
import { card, expectHonestText } from "../page-parts.ts";

// AWS knows no rules of a configuration whose name is made up.
test.use({ expectsFailedRequests: true });

const INSTANCES = 6;

const answers = fc.sample(
  fc.record({
    deploymentInfo,
    deploymentTargets: fc.array(deploymentTarget, { minLength: INSTANCES, maxLength: INSTANCES }),
  }),
  { seed: 20_141_006, numRuns: 20 },
);

for (const [index, made] of answers.entries()) {
  test(`made-up answer ${index + 1} of ${answers.length} gives a whole page that says nothing false`, async ({
    page,
    emulator,
    open,
  }) => {
    const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
    for (const [operation, answer] of [
      ["GetDeployment", { deploymentInfo: made.deploymentInfo }],
      ["BatchGetDeploymentTargets", { deploymentTargets: made.deploymentTargets }],
    ] as const) {
      await deployment.fault({ kind: "answer", body: JSON.stringify(answer) }, { operation });
    }
    await page.setViewportSize({ width: 320, height: 640 });
    await open(deployment);
    await page.getByText("The whole answer as JSON").click();
    await expect(card(page, "Raw").getByRole("region", { name: "The answer as JSON" })).toBeVisible();
    // Targets come after the deployment, and not at every status.
    await page.waitForLoadState("networkidle");
    await expectHonestText(page);
    await expectNoSidewaysScroll(page);
    await expect(page.locator("img, iframe, object, embed, main script")).toHaveCount(0);
  });
}
