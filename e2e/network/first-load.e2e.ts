import type { FaultInput } from "../../emulator/control/fault.ts";
import { expectAccessibleInBothThemes, expectNoSidewaysScroll } from "../accessibility.ts";
import { expect, test } from "../fixtures.ts";
import { card, expectErrorPage } from "../page-parts.ts";

test.use({ expectsFailedRequests: true });

const NOWHERE = { region: "us-east-1", deploymentId: "d-NOTHERE00" };

test("an id that AWS does not know gets all four reasons, and the same id in other Regions", async ({
  page,
  emulator,
  open,
}) => {
  const elsewhere = await emulator.start("ec2-succeeded", { region: "eu-west-1", moment: "done" });
  await open({ region: "us-east-1", deploymentId: elsewhere.deploymentId });
  await expectErrorPage(page, "No such deployment here");
  const main = page.getByRole("main");
  for (const reason of ["id is wrong", "in another Region", "in another AWS account", "was deleted"]) {
    await expect(main.getByRole("listitem").filter({ hasText: reason })).toBeVisible();
  }
  await expect(main).toContainText("DeploymentDoesNotExistException");
  await expect(main.getByRole("button", { name: "Copy request id" })).toBeVisible();

  await main.getByRole("link", { name: "eu-west-1" }).click();
  await expect(card(page, "Status")).toContainText("Succeeded");
});

test("an address that leads to no deployment is refused with a sentence, without a request", async ({
  page,
  emulator,
  site,
  open,
}) => {
  await test.step("an id that cannot be one is refused with a sentence, without a request", async () => {
    await open({ region: "us-east-1", deploymentId: "not%20an%20id" });
    await expectErrorPage(page, "This is not a deployment id");
    await expect(page.getByRole("main")).toContainText("not an id");
    expect(await emulator.requests({ origin: site.origin })).toEqual([]);
  });

  await test.step("a Region that the site does not serve is told so without a request", async () => {
    await open({ region: "ap-southeast-2", deploymentId: "d-74D35AS7C" });
    await expectErrorPage(page, "This site does not show that Region");
    const links = page.getByRole("main").getByRole("link", { name: /us-east-1|eu-west-1/ });
    await expect(links).toHaveCount(2);
    expect(await emulator.requests({ origin: site.origin })).toEqual([]);
  });

  await test.step("a Region that does not exist is told so without a request", async () => {
    await open({ region: "virginia", deploymentId: "d-74D35AS7C" });
    await expectErrorPage(page, "This is not an AWS Region");
    expect(await emulator.requests({ origin: site.origin })).toEqual([]);
  });
});

test("a role that may not read names the IAM action and gives the policy", async ({
  page,
  emulator,
  site,
  open,
}) => {
  await emulator.setRole(site.roleName, { allow: [] });
  const deployment = await emulator.start("ec2-rolling");
  await open(deployment);
  await expectErrorPage(page, "Not allowed to read this deployment");
  await expect(page.getByRole("main")).toContainText(
    "CodeDeploy refused codedeploy:GetDeployment on arn:aws:codedeploy:us-east-1:123456789012:deploymentgroup:checkout-api/prod to the role Guest-",
  );
  await expect(page.getByRole("region", { name: "IAM policy" })).toContainText('"codedeploy:GetDeployment"');
  const requests = await deployment.requests();
  expect(requests.map(({ operation }) => operation)).toEqual(["GetDeployment"]);
});

test("what gives no credentials is named as the fault, not CodeDeploy", async ({
  page,
  emulator,
  site,
  open,
}) => {
  const main = page.getByRole("main");

  await test.step("an identity pool that does not exist", async () => {
    const identityPoolId = "us-east-1:00000000-0000-0000-0000-000000000000";
    await emulator.setConfig(site.host, { body: { ...site.config, identityPoolId } });
    await open(await emulator.start("ec2-rolling"));
    await expectErrorPage(page, "The identity pool gives no credentials");
    await expect(main).toContainText("check identityPoolId in config.json");
  });

  await test.step("an identity pool that admits no guests", async () => {
    await emulator.setConfig(site.host, { body: site.config });
    await emulator.setIdentityPool(site.identityPoolId, { allowsGuests: false });
    await open(await emulator.start("ec2-rolling"));
    await expectErrorPage(page, "The identity pool gives no credentials");
    await expect(main).toContainText("Guest access");
  });

  await test.step("an identity pool without the classic flow", async () => {
    await emulator.setIdentityPool(site.identityPoolId, { allowsGuests: true, allowsClassicFlow: false });
    await open(await emulator.start("ec2-rolling"));
    await expectErrorPage(page, "The identity pool gives no credentials");
    await expect(main).toContainText("basic (classic) flow must be on");
  });

  await test.step("a role that does not exist", async () => {
    const roleArn = "arn:aws:iam::123456789012:role/NotThere";
    await emulator.setIdentityPool(site.identityPoolId, { allowsGuests: true, allowsClassicFlow: true });
    await emulator.setConfig(site.host, { body: { ...site.config, guest: { roleArn } } });
    await open(await emulator.start("ec2-rolling"));
    await expectErrorPage(page, "The role does not trust this site’s visitors");
  });
});

test("a clock that AWS does not accept is told how far it is off", async ({ page, emulator, open }) => {
  const deployment = await emulator.start("ec2-rolling");
  const message =
    "Signature expired: 20261122T140210Z is now earlier than 20261122T141010Z (20261122T141510Z - 5 min.)";
  await deployment.fault(awsError("InvalidSignatureException", message), { operation: "GetDeployment" });
  await open(deployment);
  await expectErrorPage(page, "This device’s clock is wrong");
  await expect(page.getByRole("main")).toContainText("This device’s clock is 13m behind AWS’s.");
});

test("a device whose clock is twenty minutes off still sees the deployment", async ({
  page,
  emulator,
  site,
  open,
}) => {
  await emulator.fault({
    match: { origin: site.origin },
    effect: { kind: "clock-offset", offsetMs: 20 * 60_000 },
  });
  await open(await emulator.start("ec2-rolling", { moment: "halfway" }));
  await expect(card(page, "Status")).toContainText("In progress");
  await emulator.clearFaults({ origin: site.origin });
});

test("an error page can be read by everybody, light and dark", async ({ page, open }) => {
  await page.setViewportSize({ width: 320, height: 600 });
  await open(NOWHERE);
  await expectErrorPage(page, "No such deployment here");
  await expectNoSidewaysScroll(page);
  await expectAccessibleInBothThemes(page);
});

function awsError(type: string, message: string, status = 400): FaultInput["effect"] {
  return { kind: "error", type, message, status };
}
