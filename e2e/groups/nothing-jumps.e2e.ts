import { expectNoJumps, watchShifts } from "../layout-shift.ts";
import { card } from "../page-parts.ts";
import { test } from "../rig-test.ts";

test.use({ viewport: { width: 390, height: 844 } });

test("whichever of a group's answers comes late, what the others have brought does not move", async ({
  page,
  rig,
  time,
}) => {
  const place = { applicationName: "checkout-api", deploymentGroupName: "prod" };
  const { region } = await rig.emulator.start("ec2-rolling", { ...place, moment: "halfway", history: 20 });
  await watchShifts(page);
  for (const late of ["ListDeployments", "BatchGetDeployments", "GetDeploymentGroup"]) {
    await test.step(`${late} is answered last`, async () => {
      await rig.emulator.fault({ match: { operation: late }, effect: { kind: "hold" } });
      time.leaveUnanswered(late);
      await page.goto(`${rig.origin}/${region}/applications/checkout-api/prod`);
      await time.run(2);
      await rig.emulator.clearFaults({});
      time.awaitAnswers(late);
      await time.runUntilVisible(card(page, "Deployments").getByRole("listitem").first(), 5);
      await time.runUntilVisible(card(page, "Settings today"), 5);
      await expectNoJumps(page);
    });
  }
});
