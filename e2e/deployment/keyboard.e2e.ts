import { expect, test } from "../fixtures.ts";
import { card } from "../page-parts.ts";

test("a deployment is found, read and shared without a mouse", async ({ page, emulator, site, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { region, deploymentId } = await emulator.start("ec2-same-failure", { moment: "failed" });
  await page.goto(site.origin);
  await expect(page.getByRole("textbox", { name: /^Deployment id/ })).toBeFocused();
  await page.keyboard.type(deploymentId);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${site.origin}/${region}/${deploymentId}`);
  await expect(card(page, "Status")).toContainText("Failed");

  await page.getByRole("button", { name: "Share", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Copy link to what you see" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Copied" })).toBeFocused();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

test("every control of a page is reached, seen and used with the keyboard", async ({
  page,
  emulator,
  open,
}) => {
  await test.step("the first stop of every page leads past its header", async () => {
    await open(await emulator.start("ec2-succeeded", { moment: "done" }));
    await expect(card(page, "Status")).toBeVisible();
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to the content" });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
  });

  await test.step("whatever has the focus shows it, and no stop is a trap", async () => {
    await open(await emulator.start("ec2-succeeded", { moment: "done" }));
    await expect(card(page, "Raw")).toBeVisible();
    const stops: string[] = [];
    for (let press = 0; press < 80; press += 1) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(() => {
        const focused = document.activeElement;
        if (!focused || focused === document.body) return undefined;
        const { outlineStyle, outlineWidth } = getComputedStyle(focused);
        const isShown =
          focused.matches(":focus-visible") && outlineStyle !== "none" && outlineWidth !== "0px";
        return `${isShown ? "shown" : "NOT SHOWN"} ${focused.outerHTML.slice(0, 120)}`;
      });
      if (stop === undefined) break;
      stops.push(stop);
    }
    expect(stops.length).toBeGreaterThan(8);
    expect(stops.length, "the last stop gives the focus back to the browser").toBeLessThan(80);
    expect(stops.filter((stop) => stop.startsWith("NOT"))).toEqual([]);
  });

  await test.step("the raw answer opens and closes with the keyboard", async () => {
    const { region, deploymentId } = await emulator.start("ec2-succeeded", { moment: "done" });
    await open({ region, deploymentId });
    const raw = card(page, "Raw");
    await raw.getByText("The whole answer as JSON").focus();
    await page.keyboard.press("Enter");
    await expect(raw).toContainText(`"deploymentId": "${deploymentId}"`);
    await page.keyboard.press("Enter");
    await expect(raw).not.toContainText(`"deploymentId": "${deploymentId}"`);
  });

  await test.step("theme and time zone are switched with the keyboard, and keep the focus", async () => {
    await open(await emulator.start("ec2-succeeded", { moment: "done" }));
    await expect(card(page, "Raw")).toBeVisible();
    await page.getByRole("button", { name: "View", exact: true }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Local" })).toBeFocused();
    await page.keyboard.press("Tab");
    const utc = page.getByRole("button", { name: "UTC" });
    await page.keyboard.press("Space");
    await expect(utc).toHaveAttribute("aria-pressed", "true");
    await expect(utc).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    const light = page.getByRole("button", { name: "Light" });
    await expect(light).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(light).toHaveAttribute("aria-pressed", "true");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "View", exact: true })).toBeFocused();
  });
});

test("forgetting a recent deployment puts the focus on the next one, and at last on the page", async ({
  page,
  emulator,
  site,
  open,
}) => {
  const older = await emulator.start("ec2-succeeded", { moment: "done" });
  const newer = await emulator.start("bare");
  for (const deployment of [older, newer]) {
    await open(deployment);
    await expect(page.getByRole("button", { name: "Tell me when it ends" })).toBeVisible();
  }
  await page.goto(site.origin);
  await page.getByRole("button", { name: `Forget ${newer.deploymentId} in us-east-1` }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: `Forget ${older.deploymentId} in us-east-1` })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});
