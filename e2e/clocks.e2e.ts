import { expect } from "./fixtures.ts";
import { test } from "./own-emulator.ts";
import { card, liveState } from "./page-parts.ts";
import { polls, requested, runSeconds } from "./page-time.ts";

test.use({ expectsFailedRequests: true });

const SECOND_MS = 1_000;
const HOUR_MS = 60 * 60 * SECOND_MS;

for (const [what, offMs] of [
  ["an hour slow", -HOUR_MS],
  ["an hour fast", HOUR_MS],
] as const) {
  test(`a device whose clock is ${what} sees the deployment, for one request more`, async ({
    page,
    emulator,
    site,
    open,
  }) => {
    await page.clock.install({ time: Date.now() + offMs });
    const deployment = await emulator.start("ec2-rolling", { moment: "firstInstance" });
    await open(deployment);
    await expect(card(page, "Status")).toContainText("0 succeeded");
    expect(await polls(deployment)).toBeLessThanOrEqual(2);
    await deployment.moveTo("done");
    await runSeconds(page, 7);
    await expect(card(page, "Status")).toContainText("6 succeeded");
    expect(await polls(deployment)).toBeLessThanOrEqual(3);
    expect(await requested(emulator, site.origin, "AssumeRoleWithWebIdentity")).toBe(1);
  });

  test(`a device whose clock is ${what}, where AWS's cannot be read, is told by how much, and asks no more`, async ({
    page,
    emulator,
    site,
    open,
  }) => {
    await page.clock.install({ time: Date.now() + offMs });
    await emulator.fault({ match: { origin: site.origin }, effect: { kind: "hidden-date" } });
    const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
    await open(deployment);
    await expect(page.getByRole("heading", { name: "This device’s clock is wrong" })).toBeVisible();
    await expect(page.getByRole("main")).toContainText(
      offMs < 0 ? /clock is (?:1h|59m|60m).* behind AWS’s/ : /clock is (?:1h|59m|60m).* ahead of AWS’s/,
    );
    await runSeconds(page, 60);
    const before = await polls(deployment);
    expect(before).toBeLessThanOrEqual(6);
    await runSeconds(page, 60);
    expect(await polls(deployment)).toBe(before);
  });
}

test("a device that has slept for eight hours asks once, and goes on as before", async ({
  page,
  site,
  own,
}) => {
  const { control, pass } = own;
  await page.clock.install();
  const deployment = await control.start("ec2-rolling", { moment: "firstInstance" });
  await page.goto(`${site.origin}/${deployment.region}/${deployment.deploymentId}`);
  await expect(card(page, "Status")).toContainText("0 succeeded");
  const before = await polls(deployment);
  const exchanges = await requested(control, site.origin, "AssumeRoleWithWebIdentity");
  pass(8 * HOUR_MS);
  await page.clock.fastForward(8 * HOUR_MS);
  await expect.poll(() => polls(deployment)).toBe(before + 1);
  expect(await requested(control, site.origin, "AssumeRoleWithWebIdentity")).toBe(exchanges + 1);
  await expect(liveState(page)).toContainText("Live");
  await deployment.moveTo("done");
  pass(40 * SECOND_MS);
  await runSeconds(page, 40);
  await expect(card(page, "Status")).toContainText("6 succeeded");
});
