import type { Page } from "@playwright/test";
import { expectAccessible } from "../accessibility.ts";
import { expect } from "../fixtures.ts";
import { ADA, signInAs, storedUser, test } from "./sign-in-site.ts";

// Where the browser makes signing in impossible, every button that starts it says why, and nothing else happens.

const SOON_MS = 4_000;
const INSECURE = "This page was not opened over https";
const FORGETFUL = "This browser does not let the page remember anything";

test("a browser that stores nothing is told why it cannot sign in", async ({ page, site }) => {
  await blockStorage(page);
  const link = `${site.origin}/us-east-1/d-NOWHERE01`;
  await page.goto(link);
  await expect(page.getByRole("alert")).toContainText(FORGETFUL);
  await expect(page.getByRole("main").getByRole("button", { name: "Sign in" })).toBeVisible();
  expect(page.url()).toBe(link);
  await expectAccessible(page);
});

test("the button in the header says it too", async ({ page, site }) => {
  await blockStorage(page);
  await page.goto(site.origin);
  await page.getByRole("banner").getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toContainText(FORGETFUL);
  await expect(page.getByRole("heading", { name: "Watch a deployment" })).toBeVisible();
});

test.describe("once the sign-in has ended", () => {
  test.use({ expectsFailedRequests: true });

  test.beforeEach(async ({ page, signInSite }) => {
    await signInSite.setClient({ idTokenLastsMs: SOON_MS });
    await signInSite.setRole({ sessionLastsMs: SOON_MS });
    // After the sign-in, the page behaves as if it had been opened without TLS.
    await page.addInitScript(() => {
      if (!location.pathname.startsWith("/us-east-1/")) return;
      const isInside = Object.keys(sessionStorage).some((key) => key.startsWith("deploywatch.oidc.user"));
      if (isInside) Object.defineProperty(window, "isSecureContext", { value: false });
    });
  });

  test('"Sign in again" says what makes it impossible, and the data stay', async ({
    page,
    emulator,
    open,
    signInSite,
  }) => {
    await open(await emulator.start("ec2-rolling", { moment: "halfway" }));
    await signInAs(page, ADA);
    const status = page.getByRole("region", { name: "Status" });
    await expect(status).toContainText("In progress");
    await page.reload();
    await expect(status).toContainText("In progress");
    await emulator.revokeTokens(signInSite.clientId);
    await page.getByRole("button", { name: "Sign in again" }).click();
    await expect(page.getByText(INSECURE)).toBeVisible();
    await expect(status).toContainText("In progress");
  });

  test("a wall that could show nothing yet says it too", async ({
    page,
    emulator,
    open,
    signInSite,
    openSignedIn,
  }) => {
    const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
    await openSignedIn(deployment);
    const { exp } = (await storedUser(page)).profile;
    await page.goto("about:blank");
    await emulator.revokeTokens(signInSite.clientId);
    await expect.poll(() => Date.now() / 1000).toBeGreaterThan(exp);
    await open(deployment, "?view=wall");
    await page.getByRole("button", { name: "Sign in again" }).click();
    await expect(page.getByText(INSECURE)).toBeVisible();
  });
});

async function blockStorage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException("The operation is insecure.", "SecurityError");
        },
      });
    }
  });
}
