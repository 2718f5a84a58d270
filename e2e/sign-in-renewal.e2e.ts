import { expect } from "./fixtures.ts";
import { test } from "./own-emulator.ts";
import { card, liveState } from "./page-parts.ts";
import { polls, requested } from "./request-counts.ts";
import { ADA, createSignInSite, signInAs } from "./sign-in-site.ts";

const MINUTE_MS = 60_000;

test("a sign-in is renewed before it expires, and nobody sees anything of it", async ({
  page,
  emulator,
  site,
  own,
}) => {
  const { control, pass } = own;
  await createSignInSite({ site, configs: emulator, aws: control });
  const deployment = await control.start("ec2-rolling", { moment: "firstInstance" });
  await page.clock.install();
  await page.goto(`${site.origin}/${deployment.region}/${deployment.deploymentId}`);
  await signInAs(page, ADA);
  await expect(card(page, "Status")).toContainText("0 succeeded");
  expect(await requested(control, site.origin, "oauth2/token")).toBe(1);

  pass(56 * MINUTE_MS);
  const before = await polls(deployment);
  await deployment.moveTo("done");
  await page.clock.fastForward(56 * MINUTE_MS);
  await expect(card(page, "Status")).toContainText("6 succeeded");
  await expect.poll(() => requested(control, site.origin, "GetCredentialsForIdentity")).toBe(2);
  expect(await requested(control, site.origin, "oauth2/token")).toBeGreaterThanOrEqual(2);
  expect(await requested(control, site.origin, "GetId"), "the person stays the same").toBe(1);
  expect(await polls(deployment), "nothing had to be asked twice").toBe(before + 1);
  await expect(page.getByText("Not refreshed")).toHaveCount(0);
  await expect(liveState(page)).toContainText("Final");
});
