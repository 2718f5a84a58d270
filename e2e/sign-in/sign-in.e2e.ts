import type { Request } from "@playwright/test";
import { expectAccessible, expectAccessibleInBothThemes } from "../accessibility.ts";
import { expect } from "../fixtures.ts";
import { fact } from "../page-parts.ts";
import { ADA, BO, signInAs, test } from "./sign-in-site.ts";

test("a link leads through sign-in back to exactly that link", async ({
  page,
  emulator,
  site,
  signInSite,
}) => {
  const { region, deploymentId } = await emulator.start("ec2-same-failure", { moment: "failed" });
  const link = `${site.origin}/${region}/${deploymentId}?tz=utc&layout=times#main`;
  const sent: { url: URL; request: Request }[] = [];
  page.on("request", (request) => sent.push({ url: new URL(request.url()), request }));
  await page.goto(link);
  await expect(page).toHaveURL(new RegExp(`^${signInSite.domain}/login/`));
  await signInAs(page, ADA);
  await expect(page.getByRole("region", { name: "Status" })).toContainText("Failed");
  expect(page.url()).toBe(link);
  const toIssuer = sent.filter(({ url }) => url.origin === signInSite.domain);
  const asked = toIssuer.find(({ url }) => url.pathname === "/oauth2/authorize")?.url.searchParams;
  expect(asked?.get("state"), "a random id, and nothing else, stands for the link").toMatch(/^[0-9a-f]{32}$/);
  expect([...(asked?.keys() ?? [])].toSorted()).toEqual(
    "client_id code_challenge code_challenge_method nonce redirect_uri response_type scope state".split(" "),
  );
  const ofTheLink = new RegExp(`${deploymentId}|${region}|tz=|layout`);
  for (const { url, request } of toIssuer) {
    const headers = JSON.stringify(await request.allHeaders());
    expect(decodeURIComponent(`${url} ${headers} ${request.postData()}`)).not.toMatch(ofTheLink);
  }
  expect(
    sent.filter(({ url }) => url.pathname.includes(".well-known")),
    "no discovery",
  ).toEqual([]);
  // Nothing of the issuer's answer is in the history.
  await page.reload();
  await expect(page.getByRole("region", { name: "Status" })).toContainText("Failed");
  expect(page.url()).toBe(link);
});

test.describe("somebody who may read one application only", () => {
  test.use({ expectsFailedRequests: true });

  test("is told which action on which resource the role lacks, with the policy to copy", async ({
    page,
    emulator,
    open,
  }) => {
    const allowed = await emulator.start("ec2-rolling", { moment: "halfway" });
    await open(allowed);
    await signInAs(page, BO);
    await expect(page.getByRole("region", { name: "Status" })).toContainText("In progress");

    await open(await emulator.start("ecs-linear", { moment: "shifting" }));
    await expect(page.getByRole("heading", { name: "Not allowed to read this deployment" })).toBeVisible();
    const resource =
      "arn:aws:codedeploy:us-east-1:123456789012:deploymentgroup:AppECS-prod-storefront/DgpECS-prod-storefront";
    await expect(page.getByRole("alert")).toContainText(
      `CodeDeploy refused codedeploy:GetDeployment on ${resource} to the role Checkout-`,
    );
    await expect(page.getByLabel("IAM policy")).toContainText(`"Resource": "${resource}"`);
    await expectAccessible(page);
  });
});

test("what a sign-in stores, asks for and shows: who is signed in, and no more than it must", async ({
  emulator,
  site,
  openSignedIn,
  page,
  signInSite,
}) => {
  const asked = new Set<string>();
  page.on("request", (request) => asked.add(new URL(request.url()).origin));

  await test.step("AWS is asked for account and role only when somebody opens them", async () => {
    await openSignedIn(await emulator.start("ec2-rolling", { moment: "halfway" }));
    expect(await emulator.requests({ origin: site.origin, operation: "GetCallerIdentity" })).toEqual([]);
  });

  await test.step("nothing but preferences, recents and whom Cognito knows is stored for longer than the tab lives", async () => {
    await expect(page.getByRole("button", { name: "Tell me when it ends" })).toBeVisible();
    const stored = await page.evaluate(() => ({
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage).map((key) => key.split(":")[0]),
      all: [...Object.values(localStorage), ...Object.values(sessionStorage)].join("\n"),
    }));
    expect(stored.local.toSorted()).toEqual([
      `deploywatch.identity ${site.identityPoolId}`,
      "deploywatch.recent",
      "deploywatch.tabs",
    ]);
    expect(new Set(stored.session)).toEqual(new Set(["deploywatch.ledToSignIn", "deploywatch.oidc.user"]));
    expect(stored.all, "AWS credentials stay in memory").not.toMatch(/ASIA|IQoJ/);
    expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
  });

  await test.step("who is signed in, with which account and role, is one click away", async () => {
    await page.getByRole("button", { name: "ada@example.com" }).click();
    const access = page.getByRole("region", { name: "Your access" });
    await expect(access).toContainText("Signed in as ada@example.com");
    await expect(fact(access, "AWS account")).toContainText("123456789012");
    await expect(fact(access, "Role")).toContainText(signInSite.roleName);
    await expectAccessibleInBothThemes(page);
    await page.keyboard.press("Escape");
    await expect(access).toBeHidden();
    const { authority, domain } = await emulator.signIn();
    expect(asked, "no host that the configuration does not imply").toEqual(
      new Set([site.origin, new URL(authority).origin, domain]),
    );
  });
});

test("several tabs sign in at once, each back to its own link", async ({ page, context, emulator, site }) => {
  const one = await emulator.start("ec2-rolling", { moment: "halfway" });
  const two = await emulator.start("ec2-same-failure", { moment: "failed" });
  const other = await context.newPage();
  await page.goto(`${site.origin}/${one.region}/${one.deploymentId}`);
  await other.goto(`${site.origin}/${two.region}/${two.deploymentId}`);
  await expect(page.getByLabel("Email")).toBeVisible();
  await expect(other.getByLabel("Email")).toBeVisible();
  await signInAs(page, ADA);
  await expect(page.getByRole("region", { name: "Status" })).toContainText("In progress");
  await signInAs(other, ADA);
  await expect(other.getByRole("region", { name: "Status" })).toContainText("Failed");
  expect(page.url()).toContain(one.deploymentId);
  expect(other.url()).toContain(two.deploymentId);
});

test("a wall leads through sign-in as well", async ({ page, emulator, site }) => {
  const { region, deploymentId } = await emulator.start("ec2-rolling", { moment: "halfway" });
  const wall = `${site.origin}/${region}/${deploymentId}?view=wall`;
  await page.goto(wall);
  await signInAs(page, ADA);
  await expect(page.getByRole("region", { name: deploymentId })).toContainText("In progress");
  expect(page.url()).toBe(wall);
});

test("another issuer than Cognito does, by its own endpoints and its own way to sign out", async ({
  page,
  emulator,
  openSignedIn,
  site,
  signInSite,
}) => {
  await signInSite.setSignIn({
    domain: undefined,
    metadata: {
      authorizationEndpoint: `${signInSite.domain}/oauth2/authorize`,
      tokenEndpoint: `${signInSite.domain}/oauth2/token`,
      endSessionEndpoint: `${signInSite.domain}/oauth2/end-session`,
    },
  });
  await openSignedIn(await emulator.start("ec2-rolling", { moment: "halfway" }));
  await page.getByRole("button", { name: "ada@example.com" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Yes, sign me out" }).click();
  await expect(page.getByRole("heading", { name: "Watch a deployment" })).toBeVisible();
  expect(page.url()).toBe(`${site.origin}/`);
});
