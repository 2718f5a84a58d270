import { card } from "../page-parts.ts";
import { expect, test } from "../fixtures.ts";

test("a site that lets everybody in offers no action", async ({ page, emulator, open }) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  await open(deployment);
  await expect(card(page, "Raw")).toBeVisible();
  await expect(page.getByRole("button", { name: "Actions", exact: true })).toHaveCount(0);
});

test("a site that lets guests act is refused, with the reason", async ({ page, site, emulator, open }) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  await emulator.setConfig(site.host, { body: { ...site.config, actions: true } });
  await open(deployment);
  await expect(page.getByText("everybody who can open the page could stop deployments")).toBeVisible();
});
