import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { operationOf } from "../operation-of.ts";
import { card } from "../page-parts.ts";
import { requested } from "../request-counts.ts";
import { ADA, BO, signInAs, test as signInTest } from "../sign-in/sign-in-site.ts";

// The Cognito identity id, which this browser remembers.

/** What the browser keeps of identities, as JSON. */
function remembered(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([name]) => name.startsWith("deploywatch.identity"))
      .map(([, value]) => String(value)),
  );
}

test("a guest who comes again is the same guest, and asks for no identity", async ({
  page,
  emulator,
  site,
  open,
}) => {
  const deployment = await emulator.start("ec2-failing", { moment: "failed" });
  await open(deployment);
  await expect(card(page, "Status")).toContainText("Failed");
  const asked: (string | undefined)[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") asked.push(operationOf(request));
  });
  await page.reload();
  await expect(card(page, "Status")).toContainText("Failed");
  const exchange = ["GetOpenIdToken", "AssumeRoleWithWebIdentity", "GetDeployment"];
  expect(asked.slice(asked.indexOf("GetOpenIdToken")).slice(0, 3)).toEqual(exchange);
  expect(await requested(emulator, site.origin, "GetId")).toBe(1);
});

test.describe("an identity that Cognito refuses", () => {
  test.use({ expectsFailedRequests: true });

  for (const [what, spoil] of [
    ["has been forgotten by Cognito", undefined],
    ["was never given out", "us-east-1:00000000-0000-4000-8000-000000000000"],
  ] as const) {
    test(`is asked for anew when it ${what}, and the guest sees nothing of it`, async ({
      page,
      emulator,
      site,
      open,
    }) => {
      const deployment = await emulator.start("ec2-failing", { moment: "failed" });
      await open(deployment);
      await expect(card(page, "Status")).toContainText("Failed");
      const [first = ""] = await remembered(page);
      if (spoil === undefined) await emulator.forgetIdentities(site.identityPoolId);
      else {
        await page.evaluate((identityId) => {
          for (const name of Object.keys(localStorage)) {
            if (!name.startsWith("deploywatch.identity")) continue;
            localStorage.setItem(name, JSON.stringify({ person: "guest", identityId }));
          }
        }, spoil);
      }
      await page.reload();
      await expect(card(page, "Status")).toContainText("Failed");
      expect(await requested(emulator, site.origin, "GetId")).toBe(2);
      const [second = ""] = await remembered(page);
      expect(second).not.toBe(first);
    });
  }
});

signInTest(
  "somebody who has signed in comes back as the same identity, and asks for none",
  async ({ page, emulator, site, openSignedIn }) => {
    await openSignedIn(await emulator.start("ec2-rolling", { moment: "halfway" }));
    await page.reload();
    await expect(card(page, "Status")).toContainText("In progress");
    await expect.poll(() => requested(emulator, site.origin, "GetCredentialsForIdentity")).toBe(2);
    expect(await requested(emulator, site.origin, "GetId")).toBe(1);
  },
);

signInTest(
  "signing out forgets the identity; who signs in next gets their own",
  async ({ page, emulator, site, openSignedIn }) => {
    const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
    await openSignedIn(deployment);
    const [ofAda = ""] = await remembered(page);
    await page.getByRole("button", { name: ADA.username }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByRole("heading", { name: "Watch a deployment" })).toBeVisible();
    expect(await remembered(page)).toEqual([]);
    await page.goto(`${site.origin}/${deployment.region}/${deployment.deploymentId}`);
    await page.getByRole("button", { name: "Sign in", exact: true }).last().click();
    await signInAs(page, BO);
    await expect(card(page, "Status")).toContainText("In progress");
    const [ofBo = "", ...more] = await remembered(page);
    expect(more).toEqual([]);
    expect(idIn(ofBo)).toMatch(/^us-east-1:/);
    expect(idIn(ofBo)).not.toBe(idIn(ofAda));
  },
);

signInTest.describe("while the page is open", () => {
  signInTest.use({ expectsFailedRequests: true });

  signInTest(
    "somebody whom Cognito has forgotten gets an identity anew, and the page says nothing",
    async ({ page, emulator, site, signInSite, openSignedIn }) => {
      const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
      await openSignedIn(deployment);
      await emulator.forgetIdentities(site.identityPoolId);
      await emulator.expireSessions(signInSite.roleName);
      await deployment.moveTo("done");
      await expect(card(page, "Status")).toContainText("6 succeeded");
      expect(await requested(emulator, site.origin, "GetId")).toBe(2);
      await expect(page.getByText("Not refreshed")).toHaveCount(0);
    },
  );
});

function idIn(json: string): string {
  const { identityId }: { identityId: string } = JSON.parse(json);
  return identityId;
}
