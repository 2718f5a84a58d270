import { expect } from "./fixtures.ts";
import { test } from "./own-emulator.ts";
import { card, liveState } from "./page-parts.ts";
import { passTimeUntil, polls, requested, runSeconds } from "./page-time.ts";

// What can be out of order besides one answer of CodeDeploy: the way there, and what gives credentials.

test.use({ expectsFailedRequests: true });

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

test("a connection that is refused leaves the last good answer where it is", async ({ page, site, own }) => {
  await page.clock.install();
  const deployment = await own.control.start("ec2-rolling", { moment: "halfway" });
  await page.goto(`${site.origin}/${deployment.region}/${deployment.deploymentId}`);
  await expect(card(page, "Status")).toContainText("In progress");
  await own.turnOff();
  await passTimeUntil(page, () =>
    expect(page.getByText("Not refreshed: AWS cannot be reached")).toBeVisible({ timeout: 200 }),
  );
  await expect(card(page, "Status")).toContainText("In progress");
  await expect(liveState(page)).toContainText("Reconnecting");
});

test("a connection that is refused from the start says so, and tries again by itself", async ({
  page,
  site,
  own,
}) => {
  await own.turnOff();
  await page.goto(`${site.origin}/us-east-1/d-ROLL00001`);
  await expect(page.getByRole("heading", { name: "AWS cannot be reached" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Trying again by itself in");
});

for (const operation of ["GetId", "GetOpenIdToken", "AssumeRoleWithWebIdentity"]) {
  for (const kind of ["hang", "reset"] as const) {
    test(`a first visit while ${operation} is out of order (${kind}) ends within 15 s, and recovers`, async ({
      page,
      emulator,
      site,
      open,
    }) => {
      await page.clock.install();
      const fault = await emulator.fault({ match: { origin: site.origin, operation }, effect: { kind } });
      await open(await emulator.start("ec2-rolling", { moment: "halfway" }));
      const heading = page.getByRole("heading", { name: "AWS cannot be reached" });
      await expect.poll(() => requested(emulator, site.origin, operation)).toBeGreaterThan(0);
      await page.clock.runFor(16 * SECOND_MS);
      await expect(heading).toBeVisible();
      await fault.clear();
      await passTimeUntil(page, () =>
        expect(card(page, "Status")).toContainText("In progress", { timeout: 200 }),
      );
    });
  }
}

for (const kind of ["hang", "reset"] as const) {
  test(`nobody sees that Cognito is out of order (${kind}) while the credentials at hand hold`, async ({
    page,
    site,
    own,
  }) => {
    const { control, pass } = own;
    const deployment = await control.start("ec2-rolling", { moment: "firstInstance" });
    await page.clock.install();
    await page.goto(`${site.origin}/${deployment.region}/${deployment.deploymentId}`);
    await expect(card(page, "Status")).toContainText("0 succeeded");
    await control.fault({ match: { origin: site.origin, operation: "GetOpenIdToken" }, effect: { kind } });
    // Four minutes are left of their hour: time to renew them, and they hold.
    pass(56 * MINUTE_MS);
    await deployment.moveTo("done");
    await page.clock.fastForward(56 * MINUTE_MS);
    await expect(card(page, "Status")).toContainText("6 succeeded");
    await page.clock.runFor(20 * SECOND_MS);
    await expect(page.getByText("Not refreshed")).toHaveCount(0);
    expect(await requested(control, site.origin, "GetOpenIdToken"), "it was tried").toBeGreaterThan(1);
  });
}

test("a guest whom Cognito has forgotten is a new one within seconds", async ({
  page,
  emulator,
  site,
  open,
}) => {
  await page.clock.install();
  const deployment = await emulator.start("ec2-rolling", { moment: "firstInstance" });
  await open(deployment);
  await expect(card(page, "Status")).toContainText("0 succeeded");
  await emulator.forgetIdentities(site.identityPoolId);
  await emulator.expireSessions(site.roleName);
  await deployment.moveTo("done");
  await page.clock.runFor(20 * SECOND_MS);
  await expect(card(page, "Status")).toContainText("6 succeeded");
  await expect(page.getByText("Not refreshed")).toHaveCount(0);
});

test("credentials that AWS refuses again and again are tried twice, and then left to a person", async ({
  page,
  emulator,
  open,
}) => {
  await page.clock.install();
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  await open(deployment);
  await expect(card(page, "Status")).toContainText("In progress");
  await deployment.fault(
    {
      kind: "error",
      type: "UnrecognizedClientException",
      message: "The security token included in the request is invalid.",
    },
    { operation: "GetDeployment" },
  );
  const before = await polls(deployment);
  await page.clock.runFor(10 * SECOND_MS);
  await expect(page.getByText("Not refreshed: AWS does not accept this page’s credentials")).toBeVisible();
  await expect(card(page, "Status")).toContainText("In progress");
  await page.clock.runFor(2 * MINUTE_MS);
  expect(await polls(deployment)).toBe(before + 2);
});

test("after a refusal for good nothing is asked any more", async ({ page, emulator, site, open }) => {
  await page.clock.install();
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  await open(deployment);
  await expect(card(page, "Status")).toContainText("In progress");
  await emulator.setRole(site.roleName, { deny: ["codedeploy:GetDeployment"] });
  await page.clock.runFor(7 * SECOND_MS);
  await expect(liveState(page)).toContainText("Not refreshing");
  const before = await polls(deployment);
  await page.clock.runFor(MINUTE_MS);
  expect(await polls(deployment)).toBe(before);
});

test("a minute of 503 is told within 20 s, and over as soon as it is over", async ({
  page,
  emulator,
  open,
}) => {
  await page.clock.install();
  const deployment = await emulator.start("ec2-rolling", { moment: "firstInstance" });
  await open(deployment);
  const status = card(page, "Status");
  await expect(status).toContainText("0 succeeded");
  const fault = await deployment.fault({ kind: "answer", status: 503 }, { operation: "GetDeployment" });
  await runSeconds(page, 20);
  await expect(page.getByText("Not refreshed:")).toBeVisible();
  await runSeconds(page, 40);
  await fault.clear();
  await deployment.moveTo("done");
  await page.getByRole("button", { name: "Try again now" }).click();
  await expect(status).toContainText("6 succeeded");

  const second = await emulator.start("ec2-rolling", { moment: "firstInstance" });
  await open(second);
  await expect(status).toContainText("0 succeeded");
  const again = await second.fault({ kind: "answer", status: 503 }, { operation: "GetDeployment" });
  await runSeconds(page, 60);
  await again.clear();
  await second.moveTo("done");
  await runSeconds(page, 60);
  await expect(status).toContainText("6 succeeded");
});

test("one 503 is nobody's business", async ({ page, emulator, open }) => {
  await page.clock.install();
  const deployment = await emulator.start("ec2-rolling", { moment: "firstInstance" });
  await open(deployment);
  await expect(card(page, "Status")).toContainText("0 succeeded");
  await deployment.fault({ kind: "answer", status: 503 }, { operation: "GetDeployment", times: 1 });
  await deployment.moveTo("done");
  await runSeconds(page, 8);
  await expect(card(page, "Status")).toContainText("6 succeeded");
  await expect(page.getByText("Not refreshed")).toHaveCount(0);
});

test("an answer of more than two megabytes is refused with a sentence", async ({ page, emulator, open }) => {
  await page.clock.install();
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  const body = JSON.stringify({ deploymentInfo: { description: "x".repeat(3_000_000) } });
  await deployment.fault({ kind: "answer", body }, { operation: "GetDeployment" });
  await open(deployment);
  await expect(page.getByRole("heading", { name: "The answer could not be read" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("The answer is longer than 2 MiB");
});

test("a tab without a network asks nothing, and at once when it is back", async ({
  page,
  context,
  emulator,
  open,
}) => {
  await page.clock.install();
  const deployment = await emulator.start("ec2-rolling", { moment: "firstInstance" });
  await open(deployment);
  await expect(card(page, "Status")).toContainText("0 succeeded");
  await context.setOffline(true);
  const before = await polls(deployment);
  await runSeconds(page, 30);
  expect(await polls(deployment)).toBe(before);
  await deployment.moveTo("done");
  await context.setOffline(false);
  await runSeconds(page, 1);
  await expect(card(page, "Status")).toContainText("6 succeeded");
});
