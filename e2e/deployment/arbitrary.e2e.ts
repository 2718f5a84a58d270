import fc from "fast-check";
import { deploymentInfo } from "../../testing/arbitrary/arbitrary-deployment.ts";
import { deploymentTarget } from "../../testing/arbitrary/arbitrary-target.ts";
import { expectNoSidewaysScroll } from "../accessibility.ts";
import { expect, test } from "../fixtures.ts";
import { card, expectHonestText } from "../page-parts.ts";

// AWS knows no configuration with a made-up name.
test.use({ expectsFailedRequests: true });

const INSTANCES = 6;

const answers = fc.sample(
  fc.record({
    deploymentInfo,
    deploymentTargets: fc.array(deploymentTarget, { minLength: INSTANCES, maxLength: INSTANCES }),
  }),
  { seed: 20_141_006, numRuns: 20 },
);

/** So many answers one after the other in one document: it saves the set-up. */
const ANSWERS_A_TEST = 10;

for (let first = 0; first < answers.length; first += ANSWERS_A_TEST) {
  const some = answers.slice(first, first + ANSWERS_A_TEST);
  const which = `${first + 1} to ${first + some.length} of ${answers.length}`;
  test(`made-up answers ${which} give a whole page each that says nothing false`, async ({
    page,
    emulator,
    goOn,
    time,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const [index, { deploymentInfo: info, deploymentTargets }] of some.entries()) {
      await test.step(`answer ${first + index + 1}`, async () => {
        const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
        for (const [operation, answer] of [
          ["GetDeployment", { deploymentInfo: info }],
          ["BatchGetDeploymentTargets", { deploymentTargets }],
        ] as const) {
          await deployment.fault({ kind: "answer", body: JSON.stringify(answer) }, { operation });
        }
        await goOn(deployment);
        // Targets come after the deployment, and not at every status.
        await time.run(2);
        await page.getByText("The whole answer as JSON").click();
        await expect(card(page, "Raw").getByRole("region", { name: "The answer as JSON" })).toBeVisible();
        await expectHonestText(page);
        await expectNoSidewaysScroll(page);
        await expect(page.locator("img, iframe, object, embed, main script")).toHaveCount(0);
      });
    }
  });
}
