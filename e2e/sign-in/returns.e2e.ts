import type { Page } from "@playwright/test";
import { expectAccessibleInBothThemes } from "../accessibility.ts";
import { expect } from "../fixtures.ts";
import { ADA, signInAs, test } from "./sign-in-site.ts";

// Returns from the sign-in pages that let nobody in: each ends on a page with a way forward, and none leads elsewhere.

test("a cancelled sign-in says so, and can be begun again for the same link", async ({
  page,
  emulator,
  site,
}) => {
  const { region, deploymentId } = await emulator.start("ec2-rolling", { moment: "halfway" });
  const link = `${site.origin}/${region}/${deploymentId}?tz=utc`;
  await page.goto(link);
  await page.getByRole("link", { name: "Cancel" }).click();
  await expect(page.getByRole("heading", { name: "You are not signed in" })).toBeVisible();
  expect(page.url()).toBe(`${site.origin}/signed-in`);
  await expectAccessibleInBothThemes(page);
  await page.getByRole("button", { name: "Sign in again" }).click();
  await signInAs(page, ADA);
  await expect(page.getByRole("region", { name: "Status" })).toContainText("In progress");
  expect(page.url()).toBe(link);
});

test("a return that was not begun here lets nobody in and repeats nothing of it", async ({
  page,
  emulator,
  site,
}) => {
  for (const [what, query] of [
    ["forged", "?code=forged&state=nobody-knows"],
    ["without a state", "?code=forged"],
    [
      "with an error of somebody's own",
      "?error=<img src=x onerror=alert(1)>&error_description=<b>call+0800</b>",
    ],
    ["without anything", ""],
  ] as const) {
    await test.step(`a return that is ${what} lets nobody in and repeats nothing of it`, async () => {
      await page.goto(`${site.origin}/signed-in${query}`);
      await expect(page.getByRole("heading", { name: "This sign-in was not begun here" })).toBeVisible();
      expect(page.url()).toBe(`${site.origin}/signed-in`);
      await expect(page.getByText(/0800|img/)).toHaveCount(0);
      await page.getByRole("link", { name: "Find another deployment" }).click();
      await expect(page.getByRole("heading", { name: "Watch a deployment" })).toBeVisible();
      expect(await emulator.requests({ origin: site.origin })).toEqual([]);
    });
  }
});

test("a link that names a person's entry in place of a state signs nobody out", async ({
  page,
  emulator,
  site,
}) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  const link = `${site.origin}/${deployment.region}/${deployment.deploymentId}`;
  await page.goto(link);
  await signInAs(page, ADA);
  await expect(page.getByRole("region", { name: "Status" })).toContainText("In progress");
  const entries = () =>
    page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes("user:")));
  const [entry = ""] = await entries();
  const name = entry.slice(entry.indexOf("user:"));
  for (const query of [
    `state=${name}`,
    `code=any&state=${name}`,
    `error=any&state=${encodeURIComponent(name)}`,
  ]) {
    await page.goto(`${site.origin}/signed-in?${query}`);
    await expect(page.getByRole("heading", { name: "This sign-in was not begun here" })).toBeVisible();
    expect(await entries()).toEqual([entry]);
  }
  await page.goto(link);
  await expect(page.getByRole("region", { name: "Status" })).toContainText("In progress");
});

test("a sign-in sends a nonce, and an answer whose token has another lets nobody in", async ({
  page,
  emulator,
  site,
}) => {
  const { region, deploymentId } = await emulator.start("ec2-rolling", { moment: "halfway" });
  const leaving = page.waitForRequest((request) => request.url().includes("/oauth2/authorize"));
  await page.goto(`${site.origin}/${region}/${deploymentId}`);
  await expect(page.getByLabel("Email")).toBeVisible();
  const asked = new URL((await leaving).url());
  expect(asked.searchParams.get("nonce")).toMatch(/^[\w-]{20,}$/);
  asked.searchParams.set("nonce", "of-somebody-else");
  await page.goto(asked.href);
  await signInAs(page, ADA);
  await expect(page.getByRole("heading", { name: "This sign-in was not begun here" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Status" })).toHaveCount(0);
  expect(await emulator.requests({ origin: site.origin, operation: "GetDeployment" })).toEqual([]);
});

test("a return that was used before lets nobody in again", async ({ page, emulator, site }) => {
  const { region, deploymentId } = await emulator.start("ec2-rolling", { moment: "halfway" });
  const returned = page.waitForRequest((request) => request.url().includes("/signed-in?"));
  await page.goto(`${site.origin}/${region}/${deploymentId}`);
  await signInAs(page, ADA);
  const answer = (await returned).url();
  await expect(page.getByRole("region", { name: "Status" })).toContainText("In progress");
  await page.goto(answer);
  await expect(page.getByRole("heading", { name: "This sign-in was not begun here" })).toBeVisible();
});

test("what the issuer says about a refusal is shown as text, and the way back is not lost", async ({
  page,
  emulator,
  site,
}) => {
  const { region, deploymentId } = await emulator.start("ec2-rolling", { moment: "halfway" });
  const link = `${site.origin}/${region}/${deploymentId}?tz=utc`;
  const leaving = page.waitForRequest((request) => request.url().includes("/oauth2/authorize"));
  await page.goto(link);
  await expect(page.getByLabel("Email")).toBeVisible();
  const state = new URL((await leaving).url()).searchParams.get("state") ?? "";
  const words = "<img src=x onerror=alert(1)><b>No</b> licence for this app.";
  const answer = new URLSearchParams({ error: "invalid_scope", error_description: words, state });
  await page.goto(`${site.origin}/signed-in?${answer}`);
  await expect(page.getByRole("heading", { name: "The sign-in service refused" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(words);
  await expect(page.getByRole("main").getByRole("img")).toHaveCount(0);
  await page.getByRole("button", { name: "Sign in again" }).click();
  await signInAs(page, ADA);
  await expect(page.getByRole("region", { name: "Status" })).toContainText("In progress");
  expect(page.url()).toBe(link);
});

test.describe("while the sign-in service has a fault", () => {
  test.use({ expectsFailedRequests: true });

  const unreachable = "The sign-in service cannot be reached";
  const proxyPage = {
    kind: "answer",
    status: 503,
    body: "<h1>Sorry</h1>",
    contentType: "text/html",
    hasCors: true,
  } as const;

  test('a fault of the sign-in service is told, and "Sign in again" ends on the link', async ({
    page,
    emulator,
    site,
  }) => {
    for (const [what, effect, heading] of [
      ["a code that has expired", refusal("invalid_grant"), "The sign-in took too long"],
      ["a code that is refused", refusal("unauthorized_client"), "The sign-in service refused"],
      ["an issuer that does not answer", { kind: "hang" }, unreachable],
      ["an issuer whose answer stops half-way", { kind: "stalled-body" }, unreachable],
      ["an issuer that answers with a page", proxyPage, unreachable],
    ] as const) {
      await test.step(`${what} is told, and "Sign in again" ends on the link`, async () => {
        const { region, deploymentId } = await emulator.start("ec2-rolling", { moment: "halfway" });
        const link = `${site.origin}/${region}/${deploymentId}?tz=utc`;
        const fault = await emulator.fault({
          match: { origin: site.origin, operation: "oauth2/token" },
          effect: { ...effect },
        });
        await page.goto(link);
        await signInAs(page, ADA);
        await expect(page.getByRole("heading", { name: heading })).toBeVisible();
        expect(page.url()).toBe(`${site.origin}/signed-in`);
        await fault.clear();
        // The issuer's own session is there, so that it asks nothing.
        await page.getByRole("button", { name: "Sign in again" }).click();
        await expect(page.getByRole("region", { name: "Status" })).toContainText("In progress");
        expect(page.url()).toBe(link);
        await forgetSignIn(page);
      });
    }
  });
});

test("a return address that somebody planted leads home", async ({ page, site }) => {
  for (const planted of [
    "//evil.example/us-east-1/d-A",
    "/\\evil.example",
    "javascript:alert(1)",
    "https://evil.example/us-east-1/d-A",
    "/signed-in?code=1",
  ]) {
    await test.step(`a return address that somebody planted, ${planted}, leads home`, async () => {
      await page.goto(`${site.origin}/us-east-1/d-NOWHERE01`);
      await expect(page.getByLabel("Email")).toBeVisible();
      await plant(page, site.origin, planted);
      await signInAs(page, ADA);
      await expect(page.getByRole("heading", { name: "Watch a deployment" })).toBeVisible();
      expect(page.url()).toBe(`${site.origin}/`);
      await forgetSignIn(page);
    });
  }
});

/** As in a browser in which nobody has signed in: neither the app nor the issuer knows anybody. */
async function forgetSignIn(page: Page): Promise<void> {
  await page.context().clearCookies();
  await page.evaluate(() => {
    sessionStorage.clear();
    localStorage.clear();
  });
}

function refusal(type: string) {
  return { kind: "error", type, message: "The issuer's own words." } as const;
}

/** Changes what the tab remembers of the link that it came for, as a script on the page's origin could. */
async function plant(page: Page, origin: string, address: string): Promise<void> {
  await page.addInitScript(
    ([site = "", planted = ""]) => {
      if (location.origin !== site || location.pathname !== "/signed-in") return;
      for (const [key, value] of Object.entries(sessionStorage)) {
        if (!key.startsWith("deploywatch.state.") || !value.includes("code_verifier")) continue;
        sessionStorage.setItem(key, JSON.stringify({ ...JSON.parse(value), data: planted }));
      }
    },
    [origin, address],
  );
}
