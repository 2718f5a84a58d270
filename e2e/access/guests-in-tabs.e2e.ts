import { roleArn } from "../../emulator/access/roles.ts";
import { expect, test } from "../fixtures.ts";
import { liveState } from "../page-parts.ts";
import { letIn, newTab, statusOf, waitLonger } from "../sign-in/new-tab.ts";

// A new tab of a browser in which another tab of a site for guests is open.

const EXCHANGE = ["GetOpenIdToken", "AssumeRoleWithWebIdentity"];

test("a guest's new tab is let in by another: its first request is GetDeployment", async ({
  page,
  context,
  emulator,
  site,
  open,
}) => {
  await open(await emulator.start("ec2-rolling", { moment: "halfway" }));
  await expect(statusOf(page)).toContainText("In progress");
  const tab = await letIn(context, site, await emulator.start("ec2-rolling", { moment: "halfway" }));
  expect(tab.asked[0]).toBe("GetDeployment");
  expect(tab.asked.filter((operation) => EXCHANGE.includes(operation))).toEqual([]);
});

test("with another role it takes that one on by itself", async ({ page, context, emulator, site, open }) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  await open(deployment);
  await expect(statusOf(page)).toContainText("In progress");
  const trusts = [{ identityPoolId: site.identityPoolId, amr: "unauthenticated" as const }];
  await emulator.setRole(`${site.roleName}-2`, { trusts });
  const guest = { roleArn: roleArn(`${site.roleName}-2`) };
  await emulator.setConfig(site.host, { body: { ...site.config, guest } });
  const tab = await newTab(context, site, deployment);
  await expect(statusOf(tab.page)).toContainText("In progress");
  expect(tab.asked.slice(0, 3)).toEqual([...EXCHANGE, "GetDeployment"]);
});

test("alone, it goes on by itself after a moment", async ({ page, context, emulator, site, open }) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  await open(deployment);
  await expect(statusOf(page)).toContainText("In progress");
  await page.goto("about:blank");
  const tab = await newTab(context, site, deployment);
  await expect(statusOf(tab.page)).toContainText("In progress");
  expect(tab.asked.slice(0, 3)).toEqual([...EXCHANGE, "GetDeployment"]);
});

test("in a browser that has not been here before, it waits for nobody", async ({ page, emulator, open }) => {
  await waitLonger(page);
  await open(await emulator.start("ec2-rolling", { moment: "halfway" }));
  await expect(statusOf(page)).toContainText("In progress");
});

test.describe("whose credentials are refused", () => {
  test.use({ expectsFailedRequests: true });

  test("a guest's tab that was let in gets its own, and does not ask those who have been refused too", async ({
    page,
    context,
    emulator,
    site,
    open,
  }) => {
    await open(await emulator.start("ec2-rolling", { moment: "halfway" }));
    await expect(statusOf(page)).toContainText("In progress");
    const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
    const tab = await letIn(context, site, deployment);
    await emulator.expireSessions(site.roleName);
    await deployment.moveTo("done");
    await expect(statusOf(tab.page)).toContainText("6 succeeded");
    await expect(tab.page.getByText("Not refreshed")).toHaveCount(0);
    expect(tab.asked.filter((operation) => EXCHANGE.includes(operation))).toEqual(EXCHANGE);
    await expect(liveState(page)).toContainText("Live");
  });
});
