import type { Response } from "@playwright/test";
import { expectAccessible } from "../accessibility.ts";
import { expect, test } from "../fixtures.ts";

test("on a site for guests, no code for signing in is loaded", async ({ page, emulator, open }) => {
  const scripts: Response[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith(".js")) scripts.push(response);
  });
  await open(await emulator.start("ec2-rolling", { moment: "halfway" }));
  await expect(page.getByRole("region", { name: "Raw" })).toBeVisible();
  const loaded = await Promise.all(scripts.map((script) => script.text()));
  expect(loaded.length).toBeGreaterThan(3);
  expect(loaded.filter((script) => script.includes("code_challenge_method"))).toEqual([]);
});

test("a site with guests says that it is public", async ({ page, emulator, open, site }) => {
  await open(await emulator.start("ec2-rolling", { moment: "halfway" }));
  await page.getByRole("button", { name: "Public, read-only" }).click();
  const access = page.getByRole("region", { name: "Your access" });
  await expect(access).toContainText("Everybody who can open this page sees what its role may read.");
  await expect(access).toContainText(site.roleName);
  await expectAccessible(page);
  expect(await emulator.requests({ origin: site.origin, operation: "GetCallerIdentity" })).toEqual([]);
});

test("a page over plain HTTP, where browsers have no WebCrypto, shows the deployment too", async ({
  page,
  emulator,
  open,
}) => {
  await page.addInitScript(() => Object.defineProperty(crypto, "subtle", { value: undefined }));
  await open(await emulator.start("ec2-rolling", { moment: "halfway" }));
  await expect(page.getByRole("region", { name: "Status" })).toContainText("In progress");
});
