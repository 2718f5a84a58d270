import { expect, test } from "./fixtures.ts";
import { polls, runSeconds, show } from "./page-time.ts";

for (const [choice, isAllowed, asksOn] of [
  ["sound", false, true],
  ["notify", true, true],
  ["notify", false, false],
] as const) {
  const who = `a tab with ${choice} chosen${isAllowed ? " and allowed" : ""}`;
  test(`${who} ${asksOn ? "goes on asking" : "asks nothing"} while nobody sees it`, async ({
    page,
    emulator,
    open,
  }) => {
    if (isAllowed) await page.context().grantPermissions(["notifications"]);
    await page.addInitScript((name) => localStorage.setItem(`deploywatch.${name}`, "on"), choice);
    await page.clock.install();
    const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
    await open(deployment);
    await expect(page.getByRole("region", { name: "Raw" })).toBeVisible();
    await show(page, false);
    await runSeconds(page, 20);
    const before = await polls(deployment);
    await runSeconds(page, 80);
    const asked = (await polls(deployment)) - before;
    expect(asked).toBeGreaterThanOrEqual(asksOn ? 1 : 0);
    expect(asked).toBeLessThanOrEqual(asksOn ? 4 : 0);
  });
}
