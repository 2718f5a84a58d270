import { expectAccessible } from "../accessibility.ts";
import { card, shownId } from "../page-parts.ts";
import {
  act,
  choose,
  expect,
  log,
  notice,
  openActions,
  press,
  sent,
  test,
  typeGroup,
} from "./actions-site.ts";

// Stopping a deployment, with and without a rollback.

const RUNNING = [
  {
    what: "EC2 in place",
    scenario: "ec2-rolling",
    moment: "halfway",
    says: /of 6 instances (?:has|have) the new revision/,
  },
  { what: "EC2 blue/green", scenario: "ec2-blue-green", moment: "rerouting", says: /Traffic is/ },
  { what: "ECS", scenario: "ecs-linear", moment: "shifting", says: /of the traffic/ },
] as const;

test("a deployment is stopped, with and without a rollback, and followed until AWS reports it", async ({
  page,
  openToAct,
}) => {
  for (const { what, scenario, moment, says } of RUNNING) {
    await test.step(`${what} is stopped after its consequences were said, and followed until AWS reports it`, async () => {
      const deployment = await openToAct(scenario, { moment });
      const dialog = await choose(page, "Stop deployment");
      await expect(dialog).toContainText(deployment.deploymentId);
      await expect(dialog).toContainText(says);
      await expectAccessible(page);
      await press(dialog, "Stop deployment");
      await expect(dialog).toBeHidden();
      await expect(notice(page)).toContainText("AWS accepted it");
      expect(await sent(deployment, "StopDeployment")).toHaveLength(1);

      await deployment.moveTo("stopped");
      await expect(card(page, "Status")).toContainText("Stopped");
      await expect(log(page)).toContainText(/Stop deployment, accepted by AWS/);
      await expect((await openActions(page)).getByRole("button", { name: /Stop/ })).toHaveCount(0);
    });

    await test.step(`${what} is stopped and rolled back, and the rollback can be followed once AWS names it`, async () => {
      const deployment = await openToAct(scenario, { moment });
      await act(page, "Stop and roll back deployment");
      await expect(notice(page)).toContainText("AWS accepted it");
      await deployment.moveTo("stopped");
      await expect(notice(page)).toContainText("AWS names no rollback deployment.");
      await deployment.moveTo("rollbackKnown");
      await expect(notice(page)).toContainText("It is rolled back by");
      const link = notice(page).getByRole("link");
      const rollbackId = await link.innerText();
      await link.click();
      await expect(page).toHaveURL(new RegExp(rollbackId));
      await expect(shownId(page)).toContainText(rollbackId);
    });
  }
});

test("a stop is confirmed on purpose: by keyboard, by the group's name where it does harm, and never for CloudFormation", async ({
  page,
  openToAct,
}) => {
  await test.step("everything is done by keyboard, and the Enter key alone confirms nothing", async () => {
    const deployment = await openToAct("ec2-rolling", { moment: "halfway" });
    const actions = page.getByRole("button", { name: "Actions", exact: true });
    await actions.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Stop deployment" });
    await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(dialog).toBeHidden();
    await expect(actions).toBeFocused();
    expect(await sent(deployment, "StopDeployment")).toHaveLength(0);

    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(notice(page)).toContainText("AWS accepted it");
    expect(await sent(deployment, "StopDeployment")).toHaveLength(1);
  });

  await test.step("Lambda is stopped without a rollback only by typing the group's name, with a warning", async () => {
    const deployment = await openToAct("lambda-linear", { moment: "shifting" });
    const dialog = await choose(page, "Stop deployment");
    await expect(dialog).toContainText("later deployments then fail");
    const confirm = dialog.getByRole("button", { name: "Stop deployment" });
    await confirm.press("Enter");
    await expect(confirm).toHaveAttribute("aria-disabled", "true");
    expect(await sent(deployment, "StopDeployment")).toHaveLength(0);
    await typeGroup(page, dialog);
    await expectAccessible(page);
    await confirm.click();
    await expect(notice(page)).toContainText("AWS accepted it");
    expect(await sent(deployment, "StopDeployment")).toHaveLength(1);
  });

  await test.step("what CloudFormation runs is not stopped here, and the way to stop it is said", async () => {
    await openToAct("lambda-canary", { moment: "canary" });
    const menu = await openActions(page);
    await expect(menu).toContainText("Cancel the update of its stack instead");
    await expect(menu.getByRole("button", { name: "Stop deployment" })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
  });
});
