import { expectAccessible } from "../accessibility.ts";
import { card } from "../page-parts.ts";
import {
  ROLES,
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

// Nothing is sent twice, and nothing is claimed that was not read.

test.use({ expectsFailedRequests: true });

test("nothing is sent twice, whatever is pressed, lost, loaded anew or open beside it", async ({
  page,
  context,
  openToAct,
}) => {
  await test.step("an answer that is lost leaves the outcome unknown, over a reload too, and nothing is sent again", async () => {
    const deployment = await openToAct("ec2-rolling", { moment: "halfway" });
    await deployment.fault({ kind: "lost-answer" }, { operation: "StopDeployment" });
    const dialog = await act(page, "Stop deployment");
    await expect(dialog).toContainText("It is not known whether AWS received this.");
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(notice(page)).toContainText("The deployment is In progress.");
    await page.reload();
    await expect(notice(page)).toContainText("It is not known whether AWS received this.");
    await expect(log(page)).toContainText("it is not known whether AWS received it");
    expect(await sent(deployment, "StopDeployment")).toHaveLength(1);
  });

  await test.step("a double click sends one request", async () => {
    const deployment = await openToAct("ec2-rolling", { moment: "halfway" });
    const dialog = await choose(page, "Stop deployment");
    await dialog.getByRole("button", { name: "Stop deployment" }).dblclick();
    await expect(notice(page)).toContainText("AWS accepted it");
    expect(await sent(deployment, "StopDeployment")).toHaveLength(1);
  });

  for (const [scenario, moment, action, status, isTyped] of [
    ["ec2-blue-green-ready", "ready", "Reroute traffic", "Ready", false],
    ["ecs-linear", "terminationWait", "Terminate original task set", "In progress", true],
  ] as const) {
    await test.step(`an answer to “${action}” that is lost leaves its outcome unknown, and nothing is sent again`, async () => {
      const deployment = await openToAct(scenario, { moment });
      await deployment.fault({ kind: "lost-answer" }, { operation: "ContinueDeployment" });
      const dialog = await choose(page, action);
      await expect(card(page, "Status")).toContainText(status);
      if (isTyped) await typeGroup(page, dialog);
      await press(dialog, action);
      await expect(dialog).toContainText("It is not known whether AWS received this.");
      await page.keyboard.press("Escape");
      await expect(notice(page)).toContainText("It is not sent a second time.");
      expect(await sent(deployment, "ContinueDeployment")).toHaveLength(1);
    });
  }

  await test.step("a page that is loaded anew while its request is under way says that it does not know", async () => {
    const deployment = await openToAct("ec2-rolling", { moment: "halfway" });
    await deployment.fault({ kind: "hang" }, { operation: "StopDeployment" });
    const dialog = await act(page, "Stop deployment");
    await expect(dialog).toContainText("Sending it to AWS");
    await expect.poll(() => sent(deployment, "StopDeployment")).toHaveLength(1);
    await page.reload();
    await expect(notice(page)).toContainText("It is not known whether AWS received this.");
    await expect(card(page, "Status")).toContainText("In progress");
    expect(await sent(deployment, "StopDeployment")).toHaveLength(1);
  });

  await test.step("of two tabs that ask the same, one sends it, and the other one takes its question back", async () => {
    const deployment = await openToAct("ec2-rolling", { moment: "halfway" });
    const other = await context.newPage();
    await other.goto(page.url());
    await expect(card(other, "Raw")).toBeVisible();
    const late = await choose(other, "Stop and roll back deployment");
    await act(page, "Stop deployment");
    await expect(notice(page)).toContainText("AWS accepted it");
    await expect(late).toContainText("Something else was sent meanwhile, from this browser.");
    await expect(late.getByRole("button", { name: "Stop and roll back deployment" })).toHaveCount(0);
    expect(await sent(deployment, "StopDeployment")).toHaveLength(1);
  });
});

test("nothing is done to a deployment that moves on or ends while it is asked", async ({
  page,
  openToAct,
}) => {
  await test.step("a question is taken back when the deployment ends while it is asked", async () => {
    const deployment = await openToAct("ec2-rolling", { moment: "halfway" });
    const dialog = await choose(page, "Stop deployment");
    await deployment.moveTo("done");
    await expect(dialog).toContainText("The deployment has ended: Succeeded.");
    await expect(dialog.getByRole("button", { name: "Stop deployment" })).toHaveCount(0);
    await expectAccessible(page);
    expect(await sent(deployment, "StopDeployment")).toHaveLength(0);
  });

  for (const [scenario, moment, action] of [
    ["ecs-linear", "shifting", "Stop and roll back deployment"],
    ["lambda-linear", "shifting", "Stop deployment"],
    ["ecs-linear", "terminationWait", "Terminate original task set"],
  ] as const) {
    await test.step(`“${action}” is taken back when ${scenario} moves on while it is asked`, async () => {
      const deployment = await openToAct(scenario, { moment });
      const dialog = await choose(page, action);
      await deployment.moveTo("done");
      await expect(dialog).toContainText("The deployment has ended: Succeeded.");
      await expect(dialog.getByRole("button", { name: action })).toHaveCount(0);
    });
  }

  await test.step("a deployment that has ended before AWS hears of it is refused in words", async () => {
    const deployment = await openToAct("ec2-rolling", { moment: "halfway" });
    const dialog = await choose(page, "Stop deployment");
    await page.clock.install();
    await deployment.moveTo("done");
    await press(dialog, "Stop deployment");
    await expect(dialog).toContainText("Not done: The deployment has already ended");
  });
});

test("a reader is told what is missing, with the statement to copy, and it stays not permitted", async ({
  page,
  signInSite,
  openToAct,
}) => {
  await signInSite.setRole(ROLES.reader);
  const deployment = await openToAct("ec2-rolling", { moment: "halfway" });
  const dialog = await act(page, "Stop deployment");
  await expect(dialog).toContainText("Your role may not do this");
  await expect(dialog).toContainText('"Action": "codedeploy:StopDeployment"');
  // With the ARN of a group, a policy would allow nothing.
  await expect(dialog).toContainText('"Resource": "*"');
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(await openActions(page)).toContainText("Not permitted");
  await page.keyboard.press("Escape");

  await signInSite.setRole(ROLES.operator);
  const again = await choose(page, "Stop deployment");
  await again.getByRole("button", { name: "My role has changed: ask AWS again" }).click();
  await press(again, "Stop deployment");
  await expect(notice(page)).toContainText("AWS accepted it");
  expect(await sent(deployment, "StopDeployment")).toHaveLength(2);
});
