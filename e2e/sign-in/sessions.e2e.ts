import { expectAccessible, expectAccessibleInBothThemes } from "../accessibility.ts";
import { expect } from "../fixtures.ts";
import { liveState } from "../page-parts.ts";
import { ADA, signInAs, test } from "./sign-in-site.ts";

const SOON_MS = 4_000;
const PROXY_PAGE = {
  kind: "answer",
  status: 502,
  body: "<h1>Bad gateway</h1>",
  contentType: "text/html",
  hasCors: true,
} as const;

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
    openSignedIn,
    signInSite,
  }) => {
    await signInSite.setClient({ idTokenLastsMs: 1000 });
    const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
    await openSignedIn(deployment);
    await emulator.revokeTokens(signInSite.clientId);
    await context.clearCookies();
    // The page leads to the sign-in pages by itself only if it has not done so a moment ago.
    await page.evaluate(() => sessionStorage.removeItem("deploywatch.ledToSignIn"));
    await page.reload();
    await expect(page.getByLabel("Email")).toBeVisible();
    await signInSite.setClient({});
    await signInAs(page, ADA);
    await expect(page.getByRole("region", { name: "Status" })).toContainText("In progress");
    expect(page.url()).toContain(deployment.deploymentId);
  });

  test("leads to the sign-in pages once, and then leaves it to the reader", async ({
    page,
    emulator,
    open,
    signInSite,
  }) => {
    const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
    await open(deployment);
    await expect(page.getByLabel("Email")).toBeVisible();
    // The reader comes back at once, and is still not signed in.
    await open(deployment);
    await expect(page.getByRole("heading", { name: "Sign in to see this deployment" })).toBeVisible();
    expect(page.url()).toContain(deployment.deploymentId);
    await expectAccessibleInBothThemes(page);
    await page.getByRole("button", { name: "Sign in", exact: true }).last().click();
    await expect(page).toHaveURL(new RegExp(`^${signInSite.domain}/login/`));
  });

  test("an issuer that gives no answer for a moment ends nothing: the page goes on when it is back", async ({
    page,
    emulator,
    openSignedIn,
    site,
    signInSite,
  }) => {
    await signInSite.setClient({ idTokenLastsMs: SOON_MS });
    await signInSite.setRole({ sessionLastsMs: SOON_MS });
    await openSignedIn(await emulator.start("ec2-rolling", { moment: "halfway" }));
    for (const [what, effect] of [
      ["down", { kind: "reset" }],
      ["faulty", { kind: "error", type: "temporarily_unavailable", message: "Later.", status: 503 }],
      ["refusing in words that nobody knows", { kind: "error", type: "slow_down", message: "Later." }],
      ["behind a page of a proxy's", PROXY_PAGE],
      ["stopping half-way through its answers", { kind: "stalled-body" }],
    ] as const) {
      await test.step(`an issuer that is ${what}`, async () => {
        const outage = await emulator.fault({
          match: { origin: site.origin, operation: "oauth2/token" },
          effect: { ...effect },
        });
        // A renewal is given up after six seconds, and tried twice.
        await expect(liveState(page)).toContainText("Reconnecting");
        await expect(page.getByRole("region", { name: "Status" })).toContainText("In progress");
        await outage.clear();
        await expect(liveState(page)).toContainText("Live");
      });
    }
  });
});
