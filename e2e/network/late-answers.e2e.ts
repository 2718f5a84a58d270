import { expect, test } from "../fixtures.ts";
import { card, shows } from "../page-parts.ts";

/** How many of six have succeeded halfway. */
const SOME = /[1-5] succeeded/;

test("an answer of one tab that comes late never replaces a newer one of another, in neither of them", async ({
  emulator,
  time,
  openTab,
}) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "firstInstance" });
  const asking = await openTab(deployment);
  const other = await openTab(deployment);
  for (const tab of [asking, other]) await expect(card(tab, "Status")).toContainText("0 succeeded");
  // Until the other tab has had an answer from the tab that asks for both.
  await time.run(10);

  // The tab that asks for both polls now, and the answer, which shows the deployment as it is now, is held back.
  const asked = (since: number) => time.asked(since, "GetDeployment").length;
  const hold = await deployment.fault({ kind: "hold" }, { operation: "GetDeployment", times: 1 });
  time.leaveUnanswered("GetDeployment");
  const armedAt = time.now;
  while (asked(armedAt) === 0 && time.now - armedAt < 6) await time.run(1);
  expect(asked(armedAt)).toBe(1);
  time.awaitAnswers("GetDeployment");

  await deployment.moveTo("halfway");
  await time.run(1);
  await other.getByRole("button", { name: "Refresh now" }).click();
  for (const tab of [other, asking]) await time.runUntilVisible(shows(card(tab, "Status"), SOME), 1);
  expect(asked(armedAt)).toBe(2);
  expect(time.unanswered("GetDeployment"), "the first is still under way").toBe(1);

  await hold.clear();
  await expect.poll(() => time.unanswered("GetDeployment")).toBe(0);
  for (let second = 0; second < 10; second++) {
    await time.run(1);
    for (const tab of [other, asking]) await expect(card(tab, "Status")).toContainText(SOME);
  }
});
