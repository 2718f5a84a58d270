import { expectAccessible } from "../accessibility.ts";
import { card } from "../page-parts.ts";
import { choose, expect, log, notice, openActions, press, sent, test, typeGroup } from "./actions-site.ts";

// Ending the waits of a blue/green deployment.

test("a wait is ended on purpose: traffic is rerouted at Ready, the original is terminated, and no step of a shift is skipped", async ({
  page,
  openToAct,
}) => {
  for (const [what, scenario, says] of [
    ["ECS", "ecs-ready", "production traffic to the replacement task set"],
    ["EC2", "ec2-blue-green-ready", "registers the replacement instances with the load balancer"],
  ] as const) {
    await test.step(`traffic of ${what} is rerouted at Ready, and at no other time`, async () => {
      const deployment = await openToAct(scenario, { moment: "installing" });
      const menu = await openActions(page);
      await expect(menu.getByRole("button", { name: "Stop deployment" })).toBeVisible();
      await expect(menu.getByRole("button", { name: "Reroute traffic" })).toHaveCount(0);
      await page.keyboard.press("Escape");

      await deployment.moveTo("ready");
      await expect(card(page, "Status")).toContainText("Ready");
      await expect(card(page, "Happening now")).not.toContainText("in the AWS console");
      const dialog = await choose(page, "Reroute traffic");
      await expect(dialog).toContainText(says);
      await expectAccessible(page);
      await press(dialog, "Reroute traffic");
      await expect(notice(page)).toContainText("AWS accepted it");
      await deployment.advance(10_000);
      await expect(card(page, "Status")).toContainText("In progress");
      await expect(log(page)).toContainText(/Reroute traffic, accepted by AWS/);
      expect(await sent(deployment, "ContinueDeployment")).toHaveLength(1);
    });
  }

  for (const [scenario, original] of [
    ["ecs-linear", "original task set"],
    ["ec2-blue-green", "original instances"],
  ] as const) {
    await test.step(`the wait before CodeDeploy terminates the ${original} is ended by typing the group's name`, async () => {
      const deployment = await openToAct(scenario, { moment: "terminationWait" });
      const dialog = await choose(page, `Terminate ${original}`);
      await expect(dialog).toContainText("ends the last chance of an instant rollback");
      await page.keyboard.type("x");
      const confirm = dialog.getByRole("button", { name: `Terminate ${original}` });
      await dialog.getByRole("textbox").press("Enter");
      await expect(confirm).toHaveAttribute("aria-disabled", "true");
      await typeGroup(page, dialog);
      await confirm.click();
      await expect(notice(page)).toContainText("AWS accepted it");
      expect(await sent(deployment, "ContinueDeployment")).toHaveLength(1);
      await deployment.advance(60_000);
      await expect(card(page, "Status")).toContainText("Succeeded");
    });
  }

  await test.step("nothing skips the steps of a shift, and the traffic's card says so", async () => {
    await openToAct("ecs-linear", { moment: "shifting" });
    await expect(card(page, "Traffic")).toContainText("AWS has no call that skips the steps that are left.");
    await expect((await openActions(page)).getByRole("button")).toHaveText([
      "Stop deployment",
      "Stop and roll back deployment",
    ]);
  });
});
