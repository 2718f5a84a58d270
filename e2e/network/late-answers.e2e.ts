import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { operationOf } from "../operation-of.ts";
import { card, shows } from "../page-parts.ts";

/** How many of six have succeeded halfway. */
const SOME = /[1-5] succeeded/;

const STEP_S = 0.1;

test("an answer of one tab that comes late never replaces a newer one of another, in neither of them", async ({
  emulator,
  time,
  openTab,
}) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "firstInstance" });
  const tabs = [await openTab(deployment), await openTab(deployment)];
  const askers = noteAskers(tabs);
  for (const tab of tabs) await expect(card(tab, "Status")).toContainText("0 succeeded");
  // Until one of them has asked for both twice: the other goes by what it says.
  while (askers.length < 2 || askers.at(-1) !== askers.at(-2)) {
    const since = askers.length;
    await time.run(1);
    if (askers.length - since > 1) askers.length = 0;
    expect(time.now, "one tab asks for both").toBeLessThan(60);
  }

  // The tab that asks for both polls now, and the answer, which shows the deployment as it is now, is held back.
  const asked = (since: number) => time.asked(since, "GetDeployment").length;
  const holdNext = async () => {
    const hold = await deployment.fault({ kind: "hold" }, { operation: "GetDeployment", times: 1 });
    const armedAt = time.now;
    time.leaveUnanswered("GetDeployment");
    while (asked(armedAt) === 0 && time.now - armedAt < 6) await time.run(STEP_S, STEP_S * 1_000);
    time.awaitAnswers("GetDeployment");
    return { hold, armedAt };
  };
  let { hold, armedAt } = await holdNext();
  // The other tab may be due in the same moment, and then asks before it hears anything: the next poll does as well.
  while (asked(armedAt) > 1) {
    await hold.clear();
    await time.run(1);
    ({ hold, armedAt } = await holdNext());
  }
  expect(asked(armedAt)).toBe(1);
  const [asking, other] = askers.at(-1) === tabs[0] ? tabs : tabs.toReversed();
  if (!asking || !other) throw new Error("There are two tabs.");

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

/** The tabs that ask for the deployment, in the order in which they do. */
function noteAskers(tabs: readonly Page[]): Page[] {
  const askers: Page[] = [];
  for (const tab of tabs) {
    tab.on("request", (request) => {
      if (operationOf(request) === "GetDeployment") askers.push(tab);
    });
  }
  return askers;
}
