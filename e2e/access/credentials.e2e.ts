import { expect, test } from "../fixtures.ts";
import { test as ownTest } from "../own-emulator.ts";
import { card, liveState, shows } from "../page-parts.ts";
import { AFTER_ONE_FAILURE, AFTER_TWO_FAILURES, longest, NEXT_POLL } from "../poll-waits.ts";
import { stopClock } from "../stopped-clock.ts";
import { ADA, createSignInSite, signInAs } from "../sign-in/sign-in-site.ts";

// Faults of what gives credentials: Cognito and STS.

test.use({ expectsFailedRequests: true });

const MINUTE = 60;
/** What hangs is given up after 15 s; one step of the clock more. */
const SETTLED = 15 + 1;

for (const operation of ["GetId", "GetOpenIdToken", "AssumeRoleWithWebIdentity"]) {
  ownTest(
    `a first visit while ${operation} is out of order ends within 15 s, and recovers`,
    async ({ page, own: { control }, site, time, open }) => {
      for (const kind of ["hang", "reset"] as const) {
        await ownTest.step(kind, async () => {
          const askedBefore = time.asked(-1, operation).length;
          if (kind === "hang") time.leaveUnanswered(operation);
          const fault = await control.fault({ match: { origin: site.origin, operation }, effect: { kind } });
          await open(await control.start("ec2-rolling", { moment: "halfway" }));
          await time.runUntilVisible(page.getByRole("heading", { name: "AWS cannot be reached" }), SETTLED);
          expect(time.asked(-1, operation).length).toBeGreaterThan(askedBefore);
          await fault.clear();
          time.awaitAnswers(operation);
          await time.runUntilVisible(shows(card(page, "Status"), "In progress"), longest(AFTER_ONE_FAILURE));
          // So that the next visit is a first one as well.
          await page.evaluate(() => localStorage.clear());
        });
      }
    },
  );
}

for (const kind of ["hang", "reset"] as const) {
  test(`a first visit of somebody who signs in ends within 15 s while Cognito gives no credentials (${kind}), and recovers`, async ({
    page,
    context,
    emulator,
    site,
    open,
  }) => {
    await createSignInSite({ site, configs: emulator, aws: emulator });
    const operation = "GetCredentialsForIdentity";
    const fault = await emulator.fault({ match: { origin: site.origin, operation }, effect: { kind } });
    await open(await emulator.start("ec2-rolling", { moment: "halfway" }));
    await expect(page.getByLabel("Password")).toBeVisible();
    const time = await stopClock(context);
    if (kind === "hang") time.leaveUnanswered(operation);
    await signInAs(page, ADA);
    await page.waitForURL(`${site.origin}/us-east-1/*`);
    await time.runUntilVisible(page.getByRole("heading", { name: "AWS cannot be reached" }), SETTLED);
    expect(time.asked(-1, operation).length).toBeGreaterThan(0);
    await fault.clear();
    time.awaitAnswers(operation);
    await time.runUntilVisible(shows(card(page, "Status"), "In progress"), longest(AFTER_ONE_FAILURE));
  });

  ownTest(
    `while Cognito is out of order (${kind}), the page goes on with its credentials until they expire, and says nothing`,
    async ({ page, site, time, follow, own }) => {
      const { control } = own;
      const deployment = await control.start("ec2-rolling", { moment: "firstInstance" });
      await follow(deployment, "0 succeeded");
      await control.fault({ match: { origin: site.origin, operation: "GetOpenIdToken" }, effect: { kind } });
      if (kind === "hang") time.leaveUnanswered("GetOpenIdToken");
      const armedAt = time.now;
      // Four minutes are left of their hour: the page tries to renew them, and they are still valid.
      await time.sleep(56 * MINUTE);
      await time.run(MINUTE);
      await expect(liveState(page)).toContainText(/^Live/);
      await expect(page.getByText("Not refreshed")).toHaveCount(0);
      expect(time.asked(armedAt, "GetOpenIdToken").length, "it was tried").toBeGreaterThan(0);
      await deployment.moveTo("done");
      await time.runUntilVisible(shows(card(page, "Status"), "6 succeeded"), longest(AFTER_TWO_FAILURES));
    },
  );

  ownTest(
    `credentials that expire while Cognito is out of order (${kind}) are noticed within 15 s, and replaced when it is back`,
    async ({ page, site, time, follow, own }) => {
      const { control } = own;
      const deployment = await control.start("ec2-rolling", { moment: "firstInstance" });
      await follow(deployment, "0 succeeded");
      const fault = await control.fault({
        match: { origin: site.origin, operation: "GetOpenIdToken" },
        effect: { kind },
      });
      if (kind === "hang") time.leaveUnanswered("GetOpenIdToken");
      await time.sleep(60 * MINUTE);
      await time.runUntilVisible(shows(liveState(page), /^Reconnecting/), SETTLED);
      await expect(card(page, "Status")).toContainText("0 succeeded");
      await fault.clear();
      time.awaitAnswers("GetOpenIdToken");
      await deployment.moveTo("done");
      await time.runUntilVisible(shows(card(page, "Status"), "6 succeeded"), NEXT_POLL);
      await expect(page.getByText("Not refreshed")).toHaveCount(0);
    },
  );
}

test("a guest whom Cognito has forgotten gets a new identity with the next poll, and the page says nothing about it", async ({
  page,
  emulator,
  site,
  time,
  follow,
}) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "firstInstance" });
  await follow(deployment, "0 succeeded");
  const armedAt = time.now;
  await emulator.forgetIdentities(site.identityPoolId);
  await emulator.expireSessions(site.roleName);
  await deployment.moveTo("done");
  await time.runUntilVisible(shows(card(page, "Status"), "6 succeeded"), NEXT_POLL);
  expect(time.asked(armedAt, "GetId")).toHaveLength(1);
  await expect(page.getByText("Not refreshed")).toHaveCount(0);
});
