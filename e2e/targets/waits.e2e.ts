import { expectAccessibleInBothThemes } from "../accessibility.ts";
import { expect, test } from "../fixtures.ts";
import { card } from "../page-parts.ts";

/** A deployment of each kind that waits, and what its waits are called on the time axis. */
const WAITS: readonly { scenario: string; at: string | number; title: string; waits: readonly RegExp[] }[] = [
  {
    scenario: "ec2-blue-green-ready",
    at: 16 * 60_000,
    title: "Instances",
    waits: [/^waiting to be rerouted: \d+[mh]/],
  },
  {
    scenario: "ec2-blue-green",
    at: "done",
    title: "Instances",
    waits: [/^waiting to terminate the original: 3m/],
  },
  {
    scenario: "ecs-linear",
    at: "done",
    title: "Targets",
    waits: [/^waiting between shifts: 9m/, /^waiting to terminate the original: 4m/],
  },
  { scenario: "lambda-canary", at: 120_000, title: "Targets", waits: [/^waiting between shifts: \d+m/] },
];

test("waits are told from work on the time axis, by a pattern and in words", async ({
  page,
  emulator,
  goOn,
}) => {
  for (const { scenario, at, title, waits } of WAITS) {
    await test.step(`the waits of ${scenario} are told from its work on the time axis, by a pattern and in words`, async () => {
      const deployment = await emulator.start(scenario);
      await deployment.moveTo(at);
      await goOn(deployment, "?layout=times");
      const targets = card(page, title);
      await expect(targets).toContainText(/[hms], of which \d+[mh]( \d+[ms])? waiting/);
      const row = targets.getByRole("grid").getByRole("row").nth(1);
      const work = row.getByRole("button", { name: /: (succeeded|in progress)/ });
      await expect(work.first()).toHaveCSS("background-image", "none");
      for (const words of waits) {
        const wait = row.getByTitle(words);
        await expect(wait).toHaveCount(1);
        await expect(wait).toContainText(words);
        await expect(wait).toHaveCSS("background-image", /repeating-linear-gradient/);
      }
      expect(await row.getByTitle(/^waiting/).count()).toBe(waits.length);
      await expectAccessibleInBothThemes(page);
    });
  }

  await test.step("a deployment in place has no waits on its time axis", async () => {
    await goOn(await emulator.start("ec2-rolling", { moment: "done" }), "?layout=times");
    const targets = card(page, "Instances");
    await expect(
      targets
        .getByRole("grid")
        .getByRole("button", { name: /: succeeded/ })
        .first(),
    ).toBeVisible();
    await expect(targets.getByTitle(/^waiting/)).toHaveCount(0);
    await expect(targets).not.toContainText("of which");
  });
});
