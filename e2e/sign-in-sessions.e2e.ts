import { expect, expectAccessible } from "./fixtures.ts";
import { liveState } from "./page-parts.ts";
import { ADA, signInAs, test } from "./sign-in-site.ts";

const SOON_MS = 4_000;

test.describe("a sign-in that cannot be renewed", () => {
  test.use({ expectsFailedRequests: true });

  test("is asked for in place, with the data still on the screen, and ends on the same link", async ({
    page,
    emulator,
    site,
    signInSite,
  }) => {
    await signInSite.setClient({ idTokenLastsMs: SOON_MS });
    await signInSite.setRole({ sessionLastsMs: SOON_MS });
    const { region, deploymentId } = await emulator.start("ec2-rolling", { moment: "halfway" });
    const link = `${site.origin}/${region}/${deploymentId}?tz=utc`;
    await page.goto(link);
    await signInAs(page, ADA);
    const status = page.getByRole("region", { name: "Status" });
    await expect(status).toContainText("In progress");
    await emulator.revokeTokens(signInSite.clientId);
    await expect(page.getByText("Not refreshed: Your sign-in has ended")).toBeVisible();
    await expect(status).toContainText("In progress");
    expect(page.url()).toBe(link);
    await expectAccessible(page);
    await signInSite.setClient({});
    await page.getByRole("button", { name: "Sign in again" }).click();
    // The issuer's own session is still there, so that it asks nothing.
    await expect(liveState(page)).toContainText("Live");
    await expect(status).toContainText("In progress");
    expect(page.url()).toBe(link);
  });

  test("leads to the sign-in pages by itself where there is nothing on the screen yet", async ({
    page,
    context,
    emulator,
    open,
    signInSite,
  }) => {
    await signInSite.setClient({ idTokenLastsMs: 1000 });
    const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
    await open(deployment);
    await signInAs(page, ADA);
    await expect(page.getByRole("region", { name: "Status" })).toContainText("In progress");
    await emulator.revokeTokens(signInSite.clientId);
    await context.clearCookies();
    // As if it had been a while since somebody was led to the sign-in pages.
    await page.evaluate(() => sessionStorage.removeItem("deploywatch.ledToSignIn"));
    await page.reload();
    await expect(page.getByLabel("Email")).toBeVisible();
    await signInSite.setClient({});
    await signInAs(page, ADA);
    await expect(page.getByRole("region", { name: "Status" })).toContainText("In progress");
    expect(page.url()).toContain(deployment.deploymentId);
  });

  test("never leads away for ever", async ({ page, emulator, open, signInSite }) => {
    const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
    await open(deployment);
    await expect(page.getByLabel("Email")).toBeVisible();
    // Back at once, and still not signed in.
    await open(deployment);
    await expect(page.getByRole("heading", { name: "Sign in to see this deployment" })).toBeVisible();
    expect(page.url()).toContain(deployment.deploymentId);
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await expectAccessible(page);
    await page.getByRole("button", { name: "Sign in", exact: true }).last().click();
    await expect(page).toHaveURL(new RegExp(`^${signInSite.domain}/login/`));
  });

  for (const [what, effect] of [
    ["down", { kind: "reset" }],
    ["faulty", { kind: "error", type: "temporarily_unavailable", message: "Later.", status: 503 }],
  ] as const) {
    test(`an issuer that is ${what} for a moment ends nothing: the page goes on when it is back`, async ({
      page,
      emulator,
      open,
      site,
      signInSite,
    }) => {
      await signInSite.setClient({ idTokenLastsMs: SOON_MS });
      await signInSite.setRole({ sessionLastsMs: SOON_MS });
      await open(await emulator.start("ec2-rolling", { moment: "halfway" }));
      await signInAs(page, ADA);
      await expect(page.getByRole("region", { name: "Status" })).toContainText("In progress");
      const outage = await emulator.fault({
        match: { origin: site.origin, operation: "oauth2/token" },
        effect,
      });
      await expect(liveState(page)).toContainText("Reconnecting");
      await outage.clear();
      await expect(liveState(page)).toContainText("Live");
    });
  }
});

test("signing out ends the sign-in everywhere: tokens, the issuer's session, other tabs", async ({
  page,
  context,
  emulator,
  site,
  open,
  signInSite,
}) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  await open(deployment);
  await signInAs(page, ADA);
  await expect(page.getByRole("region", { name: "Status" })).toContainText("In progress");
  const other = await context.newPage();
  await other.goto(`${site.origin}/${deployment.region}/${deployment.deploymentId}`);
  // The issuer's session is there, so the second tab is signed in without being asked.
  await expect(other.getByRole("region", { name: "Status" })).toContainText("In progress");

  await page.getByRole("button", { name: "ada@example.com" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Watch a deployment" })).toBeVisible();
  expect(page.url()).toBe(`${site.origin}/`);
  await expect(page.getByRole("banner").getByRole("button", { name: "Sign in" })).toBeVisible();
  expect(
    await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes("oidc"))),
  ).toEqual([]);
  const revoked = await emulator.requests({ origin: site.origin, operation: "oauth2/revoke" });
  expect(revoked.filter(({ method }) => method === "POST").map(({ status }) => status)).toEqual([200]);
  await expect(other.getByText("Not refreshed: Your sign-in has ended")).toBeVisible();

  await page.getByRole("banner").getByRole("button", { name: "Sign in" }).click();
  await expect(page, "the issuer asks again who it is").toHaveURL(new RegExp(`^${signInSite.domain}/login/`));
});
