import { openViewMenu } from "../page-parts.ts";
import { expect } from "../fixtures.ts";
import {
  ADA,
  openSignedInApart,
  signInAs,
  storedNames,
  storedUser,
  test,
  tryRefreshToken,
} from "./sign-in-site.ts";

test("a sign-in ends by signing out, everywhere, and not by what another page of the origin says", async ({
  page,
  context,
  emulator,
  site,
  openSignedIn,
  signInSite,
}) => {
  await openSignedIn(await emulator.start("ec2-rolling", { moment: "halfway" }));

  await test.step("another page of the origin signs nobody out by what it says on the channel of tabs", async () => {
    const { authority } = await emulator.signIn();
    const held = await storedUser(page);
    const other = await context.newPage();
    await other.goto(`${site.origin}/config.json`);
    await other.evaluate((name) => {
      const withKey = `${name} ${localStorage.getItem("deploywatch.tabs")}`;
      const nonsense = ["", "sign-out", null, 1, { "signed-out": true }, ["signed-out"]];
      const said = [{ line: name, message: "signed-out" as unknown }];
      for (const message of nonsense) said.push({ line: withKey, message });
      for (const { line, message } of said) {
        const channel = new BroadcastChannel(line);
        const send = channel.postMessage.bind(channel);
        send(message);
        channel.close();
      }
    }, `deploywatch access ${authority} ${signInSite.clientId}`);
    await (await openViewMenu(page)).getByRole("button", { name: "UTC" }).click();
    await expect(page.getByText("Your sign-in has ended")).toBeHidden();
    expect(await storedUser(page)).toEqual(held);
    await other.close();
  });

  await test.step("signing out ends the sign-in everywhere: tokens, the issuer's session, other tabs", async () => {
    const other = await openSignedInApart(page);
    const held = [await storedUser(page), await storedUser(other)].map((user) => user.refresh_token);
    expect(new Set(held).size, "each tab has a sign-in of its own").toBe(2);

    await page.getByRole("button", { name: "ada@example.com" }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByRole("heading", { name: "Watch a deployment" })).toBeVisible();
    expect(page.url()).toBe(`${site.origin}/`);
    await expect(page.getByRole("banner").getByRole("button", { name: "Sign in" })).toBeVisible();
    await expect(other.getByText("Not refreshed: Your sign-in has ended")).toBeVisible();
    expect(await storedNames(page)).toEqual([]);
    expect(await storedNames(other)).toEqual([]);
    for (const token of held) {
      await expect.poll(() => tryRefreshToken(signInSite, token)).toBe("invalid_grant");
    }

    await page.getByRole("banner").getByRole("button", { name: "Sign in" }).click();
    await expect(page, "the issuer asks again who it is").toHaveURL(
      new RegExp(`^${signInSite.domain}/login/`),
    );
  });
});

test("a page from the browser's back/forward cache shows nothing any more after a sign-out", async ({
  page,
  context,
  emulator,
  openSignedIn,
}) => {
  await openSignedIn(await emulator.start("ec2-rolling", { moment: "halfway" }));
  await context.clearCookies();
  // As if the page had been left, somebody had signed out in this tab, and "back" had brought it from the browser's cache.
  await page.evaluate(() => {
    sessionStorage.clear();
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  });
  await expect(page.getByLabel("Email")).toBeVisible();
});

test.describe("while the issuer does not answer", () => {
  test.use({ expectsFailedRequests: true });

  test("signing out clears the tab all the same, and waits for nothing", async ({
    page,
    emulator,
    site,
    open,
  }) => {
    await emulator.fault({
      match: { origin: site.origin, operation: "oauth2/revoke" },
      effect: { kind: "hang" },
    });
    await open(await emulator.start("ec2-rolling", { moment: "halfway" }));
    await signInAs(page, ADA);
    await page.getByRole("button", { name: "ada@example.com" }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect.poll(() => storedNames(page)).toEqual([]);
    await expect(page.getByRole("heading", { name: "Watch a deployment" })).toBeVisible();
    await expect(page.getByRole("banner").getByRole("button", { name: "Sign in" })).toBeVisible();
  });
});
