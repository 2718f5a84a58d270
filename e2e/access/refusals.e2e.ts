import type { Page } from "@playwright/test";
import type { Control, DeploymentHandle } from "../../emulator/control/control-client.ts";
import type { Site } from "../fixtures.ts";
import { expect } from "../fixtures.ts";
import { test } from "../own-emulator.ts";
import { card, liveState, shows } from "../page-parts.ts";
import { NEXT_POLL } from "../poll-waits.ts";
import { COARSE_MS } from "../stopped-clock.ts";

// What AWS refuses while a deployment is watched.

test.use({ expectsFailedRequests: true });

const MINUTE = 60;

interface Refused {
  emulator: Control;
  site: Site;
  deployment: DeploymentHandle;
}

const FOR_GOOD = [
  {
    what: "a lost permission",
    title: "Not allowed to read this deployment",
    refuse: ({ emulator, site }: Refused) =>
      emulator.setRole(site.roleName, { deny: ["codedeploy:GetDeployment"] }),
  },
  {
    what: "a deleted deployment",
    title: "No such deployment here",
    refuse: ({ deployment }: Refused) => deployment.remove(),
  },
] as const;

for (const { what, title, refuse } of FOR_GOOD) {
  test(`after ${what} AWS is not asked any more, and the last answer stays`, async ({
    page,
    own: { control: emulator },
    site,
    time,
    follow,
  }) => {
    const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
    await follow(deployment, "In progress");
    await refuse({ emulator, site, deployment });
    await time.runUntilVisible(page.getByText(`Not refreshed: ${title}`), NEXT_POLL);
    await expect(liveState(page)).toContainText("Not refreshing");
    const refusedAt = time.now;
    await time.run(MINUTE, COARSE_MS);
    expect(time.asked(refusedAt)).toEqual([]);
    await expect(card(page, "Status")).toContainText("In progress");
  });
}

test("a lost permission is named with what to do, and one press resumes when it is back", async ({
  page,
  own: { control: emulator },
  site,
  time,
  follow,
}) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "firstInstance" });
  await follow(deployment, "In progress");
  await emulator.setRole(site.roleName, { deny: ["codedeploy:GetDeployment"] });
  await time.runUntilVisible(page.getByText("CodeDeploy refused codedeploy:GetDeployment"), NEXT_POLL);

  await emulator.setRole(site.roleName);
  await deployment.moveTo("done");
  await time.run(4);
  await page.getByRole("button", { name: "Try again now" }).click();
  await time.runUntilVisible(shows(card(page, "Status"), "6 succeeded"), 1);
});

test("credentials that AWS does not accept are replaced once, for one more try, and the page says nothing about it", async ({
  page,
  own: { control: emulator },
  site,
  time,
  follow,
}) => {
  for (const [what, from] of [
    ["that have expired", "ExpiredTokenException"],
    ["that are revoked", "UnrecognizedClientException"],
  ] as const) {
    await test.step(`credentials ${what}`, async () => {
      const deployment = await emulator.start("ec2-rolling", { moment: "firstInstance" });
      await follow(deployment, "0 succeeded");
      const refusedBefore = await refusals(emulator, site);
      if (from === "ExpiredTokenException") await emulator.expireSessions(site.roleName);
      else {
        const error = { kind: "error", type: from, message: "The security token is invalid." } as const;
        await deployment.fault(error, { operation: "GetDeployment", times: 1 });
      }
      await deployment.moveTo("done");
      const armedAt = time.now;
      await time.runUntilVisible(shows(card(page, "Status"), "6 succeeded"), NEXT_POLL);
      // More than one request may have been under way.
      expect(await refusals(emulator, site)).toBeGreaterThan(refusedBefore);
      expect(time.asked(armedAt, "AssumeRoleWithWebIdentity")).toHaveLength(1);
      await expectNoWord(page);
      await time.run(MINUTE, COARSE_MS);
      expect(time.asked(armedAt, "AssumeRoleWithWebIdentity")).toHaveLength(1);
    });
  }
});

test("credentials that AWS refuses again and again are tried twice, and then left to a person", async ({
  page,
  own: { control: emulator },
  time,
  follow,
}) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  await follow(deployment, "In progress");
  const armedAt = time.now;
  await deployment.fault(
    { kind: "error", type: "UnrecognizedClientException", message: "The security token is invalid." },
    { operation: "GetDeployment" },
  );
  await time.runUntilVisible(
    page.getByText("Not refreshed: AWS does not accept this page’s credentials"),
    NEXT_POLL,
  );
  await expect(card(page, "Status")).toContainText("In progress");
  await time.run(2 * MINUTE, COARSE_MS);
  expect(time.asked(armedAt, "GetDeployment")).toHaveLength(2);
});

/** How many requests of the page AWS has refused, whatever they asked for. */
async function refusals(emulator: Control, site: Site): Promise<number> {
  return (await emulator.requests({ origin: site.origin })).filter(({ status = 200 }) => status >= 400)
    .length;
}

async function expectNoWord(page: Page): Promise<void> {
  await expect(page.getByText("Not refreshed")).toHaveCount(0);
  await expect(liveState(page)).toContainText(/^(?:Live|Final)/);
}
