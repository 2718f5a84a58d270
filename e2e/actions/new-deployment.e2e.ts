import { randomUUID } from "node:crypto";
import { expectAccessible } from "../accessibility.ts";
import { card, shownId } from "../page-parts.ts";
import { ROLES, act, choose, expect, log, notice, openActions, press, test } from "./actions-site.ts";

// Starting a new deployment in the group of one that has ended.

test.use({ expectsFailedRequests: true });

test.beforeEach(async ({ signInSite }) => {
  await signInSite.setRole(ROLES.deployer);
});

/** A group of the test's own: only one deployment runs in a group. */
const ownGroup = () => ({ deploymentGroupName: `prod-${randomUUID().slice(0, 8)}` });

const ENDED = [
  { what: "EC2 in place", scenario: "ec2-rolling" },
  { what: "EC2 blue/green", scenario: "ec2-blue-green" },
  { what: "ECS", scenario: "ecs-linear" },
  { what: "Lambda", scenario: "lambda-linear" },
] as const;

test("a revision is deployed again, after the exact request was shown, and the page goes there", async ({
  page,
  openToAct,
}) => {
  for (const { what, scenario } of ENDED) {
    await test.step(`the revision of ${what} is deployed again, after the exact request was shown, and the page goes there`, async () => {
      const deployment = await openToAct(scenario, { moment: "done", ...ownGroup() });
      const dialog = await choose(page, "Deploy this revision again");
      const request = dialog.getByRole("region", { name: "The request" });
      await expect(request).toContainText(
        `Redeploy of ${deployment.deploymentId}, from Deploywatch by ada@example.com`,
      );
      await expect(request).toContainText("not sent: the group’s own");
      await expectAccessible(page);
      await press(dialog, "Deploy this revision again");
      await expect(shownId(page)).not.toContainText(deployment.deploymentId);
      await expect(card(page, "What changed")).toContainText(`Redeploy of ${deployment.deploymentId}`);
    });
  }
});

test("what else can be deployed is chosen and shown before it is sent", async ({
  page,
  site,
  emulator,
  signInSite,
  open,
  openToAct,
}) => {
  await test.step("the text of an AppSpec is read and shown before it is sent", async () => {
    await openToAct("ecs-linear", { moment: "done", ...ownGroup() });
    const dialog = await choose(page, "Deploy this revision again");
    await expect(dialog.getByRole("region", { name: "AppSpec" })).toContainText("TargetService");
    await expectAccessible(page);
  });

  await test.step("an earlier revision is chosen among the group's last successes, with its age and duration", async () => {
    const deployment = await openToAct("ec2-rolling", { moment: "done", pastRuns: 3, ...ownGroup() });
    const dialog = await choose(page, "Roll back to …");
    const choices = dialog.getByRole("radio");
    await expect(choices).toHaveCount(3);
    await expect(dialog.getByRole("group", { name: "Which revision to deploy" })).toContainText("took");
    await choices.nth(1).check();
    await expect(dialog.getByRole("region", { name: "The request" })).toContainText(
      `Rollback from ${deployment.deploymentId} to the revision of d-`,
    );
    await expectAccessible(page);
    await press(dialog, "Roll back to …");
    await expect(shownId(page)).not.toContainText(deployment.deploymentId);
    await expect(card(page, "What changed")).toContainText(`Rollback from ${deployment.deploymentId}`);
  });

  await test.step("the application on instances that are deployed to in place is restarted", async () => {
    const deployment = await openToAct("ec2-rolling", { moment: "done", ...ownGroup() });
    const dialog = await choose(page, "Restart the application");
    await expect(dialog).toContainText("2.1.0 or newer of the CodeDeploy agent");
    await expect(dialog.getByRole("region", { name: "The request" })).toContainText("RESTART");
    await press(dialog, "Restart the application");
    await expect(shownId(page)).not.toContainText(deployment.deploymentId);
  });

  await test.step("only instances in place can be restarted", async () => {
    await openToAct("ecs-linear", { moment: "done", ...ownGroup() });
    await expect((await openActions(page)).getByRole("button")).toHaveText([
      "Deploy this revision again",
      "Roll back to …",
    ]);
  });

  await test.step("an alarm of the group that is firing now is warned of, and one that cannot be asked for is not known", async () => {
    Object.assign(site.config, { joins: ["alarms"] });
    await signInSite.setSignIn({});
    const role = { allow: [...ROLES.deployer.allow, "cloudwatch:Describe*"] };
    for (const [permissions, says] of [
      [role, "The alarm orders-prod-5xx is firing."],
      [ROLES.deployer, "Whether an alarm of the group is firing is not known: the role"],
    ] as const) {
      await signInSite.setRole(permissions);
      await open(await emulator.start("ecs-stopped-by-alarm", { moment: "stopped", ...ownGroup() }));
      await expect(card(page, "Raw")).toBeVisible();
      await expect(await choose(page, "Deploy this revision again")).toContainText(says);
      await expectAccessible(page);
    }
  });
});

test("a new deployment is not started twice, and not beside one that runs", async ({
  page,
  site,
  emulator,
  openToAct,
}) => {
  const match = { operation: "CreateDeployment", identityPoolId: site.identityPoolId };

  await test.step("a new deployment whose answer is lost is found by its description, and is not started twice", async () => {
    await openToAct("ec2-rolling", { moment: "done", ...ownGroup() });
    const fault = await emulator.fault({ match, effect: { kind: "lost-answer" } });
    const dialog = await act(page, "Deploy this revision again");
    await expect(dialog).toContainText("It is not known whether AWS received this.");
    await page.keyboard.press("Escape");
    await expect(notice(page)).toContainText("AWS has received it: the list of the group has d-");
    await page.reload();
    await expect(notice(page)).toContainText("AWS has received it: the list of the group has d-");
    expect(await emulator.requests(match)).toHaveLength(1);
    await fault.clear();
  });

  await test.step("a second deployment beside one that runs is warned of, and refused with a link to that one", async () => {
    const group = ownGroup();
    const running = await emulator.start("ec2-rolling", { moment: "halfway", ...group });
    await openToAct("ec2-rolling", { moment: "done", createdAgoMs: 7_200_000, ...group });
    const before = await emulator.requests(match);
    const dialog = await choose(page, "Deploy this revision again");
    await expect(dialog).toContainText("Another deployment of this group has not ended.");
    await press(dialog, "Deploy this revision again");
    await expect(dialog).toContainText("Not done: Another deployment of this group is running");
    await expect(dialog.getByRole("link", { name: running.deploymentId })).toBeVisible();
    expect(await emulator.requests(match)).toHaveLength(before.length + 1);
  });
});

test("what a role may not do about a new deployment is told", async ({
  page,
  site,
  emulator,
  signInSite,
  openToAct,
}) => {
  await test.step("an operator who may not start deployments is told what is missing", async () => {
    await signInSite.setRole(ROLES.operator);
    await openToAct("ec2-rolling", { moment: "done", ...ownGroup() });
    const dialog = await act(page, "Deploy this revision again");
    await expect(dialog).toContainText('"Action": "codedeploy:CreateDeployment"');
    await expect(dialog).toContainText(/"Resource": "arn:aws:codedeploy:us-east-1:\d{12}:deploymentgroup:/);
    await page.keyboard.press("Escape");
    await expect(log(page)).toContainText("refused by AWS");
  });

  await test.step("a list that the role may not read is named, and what is not known without it", async () => {
    await signInSite.setRole({ ...ROLES.deployer, deny: ["codedeploy:ListDeployments"] });
    await openToAct("ec2-rolling", { moment: "done", ...ownGroup() });
    const sources = await choose(page, "Roll back to …");
    await expect(sources).toContainText("may not call codedeploy:ListDeployments");
    await page.keyboard.press("Escape");
    const dialog = await choose(page, "Deploy this revision again");
    await expect(dialog).toContainText("Whether another deployment of the group runs is not known: the role");
    const match = { operation: "CreateDeployment", identityPoolId: site.identityPoolId };
    await emulator.fault({ match, effect: { kind: "lost-answer" } });
    await press(dialog, "Deploy this revision again");
    await expect(dialog).toContainText("The page looks for its description in the list of the group");
    await page.keyboard.press("Escape");
    await expect(notice(page)).toContainText(
      "Whether AWS received it is not known, since the list of the group",
    );
  });
});
