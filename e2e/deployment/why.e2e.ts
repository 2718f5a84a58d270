import { expect, test } from "../fixtures.ts";
import { card, fact } from "../page-parts.ts";

/** What the page says while a deployment waits, and what comes next. */
const WAITS: readonly (readonly [scenario: string, moment: string | undefined, now: string, next: string])[] =
  [
    [
      "ec2-created",
      undefined,
      "CodeDeploy has accepted the deployment and not started it.",
      "usually comes within seconds",
    ],
    [
      "ec2-queued",
      "queued",
      "The deployment waits in line, usually for another deployment to the same group.",
      "the deployment before it to the same group",
    ],
    [
      "ec2-blue-green",
      "provisioning",
      "Waiting for the replacement Auto Scaling group.",
      "Then their counts",
    ],
    ["ec2-blue-green", "terminationWait", "Waiting to terminate the original instances.", "lasts 3 minutes"],
    [
      "ec2-blue-green-ready",
      "ready",
      "The replacement is ready and waits for traffic to be rerouted.",
      "Reroute it in the AWS console",
    ],
    [
      "cloudformation-baking",
      "baking",
      "CodeDeploy watches the new version for the bake time before it finishes.",
      "AWS does not report how long",
    ],
  ];

test("what a page says of failures, stops and waits", async ({ page, emulator, open, goOn }) => {
  await test.step("a failure says what it means, AWS's own words, its code and what to do", async () => {
    await open(await emulator.start("ec2-no-instances", { moment: "failed" }));
    const why = card(page, "Why it failed");
    await expect(why).toContainText("No instance matches the deployment group.");
    await expect(fact(why, "AWS says")).toContainText("no instances were found for your deployment group");
    await expect(fact(why, "Error code")).toContainText("NO_INSTANCES");
    await expect(fact(why, "What to do")).not.toBeEmpty();
    await expect(fact(why, "Rollback")).toHaveText("None. Automatic rollback is off for this deployment.");
  });

  await test.step("a failure that was rolled back leads to its rollback, and that one back to it", async () => {
    const deployment = await emulator.start("ec2-failing", { moment: "failed" });
    const rollbackId = deployment.related["rollback"] ?? "";
    await goOn(deployment);
    await fact(card(page, "Why it failed"), "Rolled back by")
      .getByRole("link", { name: rollbackId })
      .press("Enter");

    await expect(page).toHaveURL(new RegExp(`/us-east-1/${rollbackId}$`));
    await expect(page).toHaveTitle(new RegExp(`${rollbackId}$`));
    const rollback = card(page, "This is a rollback");
    await expect(fact(card(page, "What changed"), "Started by")).toHaveText(
      "CodeDeploy, to roll back another deployment",
    );
    await fact(rollback, "Rolls back").getByRole("link", { name: deployment.deploymentId }).press("Enter");
    await expect(card(page, "Why it failed")).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`/us-east-1/${deployment.deploymentId}$`));
  });

  await test.step("a stop by an alarm names the alarms, with links to them, and its rollback", async () => {
    const deployment = await emulator.start("ecs-stopped-by-alarm", { moment: "stopped" });
    await goOn(deployment);
    const why = card(page, "Why it stopped");
    await expect(why).toContainText("A CloudWatch alarm went off, and CodeDeploy stopped the deployment.");
    for (const name of ["orders-prod-5xx", "orders-prod-latency-p99"]) {
      await expect(fact(why, "Alarms").getByRole("link", { name })).toHaveAttribute(
        "href",
        `https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1#alarmsV2:alarm/${name}`,
      );
    }
    await expect(fact(why, "Rolled back by")).toContainText(deployment.related["rollback"] ?? "");
  });

  await test.step("a stop by hand is told apart from one by an alarm, and says what it leaves behind", async () => {
    await goOn(await emulator.start("ec2-stopped-by-hand", { moment: "stopped" }));
    const why = card(page, "Why it stopped");
    await expect(why).toContainText("Somebody, or a tool, stopped the deployment.");
    await expect(why).not.toContainText("alarm");
    await expect(why).toContainText("1 of 4 instances may be half deployed.");
  });

  await test.step("a stop and a failure for which AWS gives no reason are said to have none", async () => {
    await goOn(await emulator.start("ecs-ready", { moment: "gaveUp" }));
    await expect(card(page, "Why it stopped")).toContainText(
      "AWS does not say why it was stopped. Somebody did it, or nobody rerouted traffic before the wait ran out.",
    );
    await goOn(await emulator.start("ec2-failed-without-reason", { moment: "failed" }));
    await expect(card(page, "Why it failed")).toContainText(
      "The deployment failed, and AWS names no error for it as a whole.",
    );
  });

  await test.step("a success with failed instances is told apart from a plain one", async () => {
    await goOn(await emulator.start("ec2-succeeded-with-failures", { moment: "done" }));
    await expect(card(page, "Not everything succeeded")).toContainText(
      "although 1 instance failed: 1 of 5 instances may not run this revision.",
    );
    await goOn(await emulator.start("ec2-succeeded", { moment: "done" }));
    await expect(card(page, "Status")).toContainText("Succeeded");
    await expect(card(page, "Not everything succeeded")).toHaveCount(0);
  });

  await test.step("everything that AWS tells about a failure is shown", async () => {
    await goOn(await emulator.start("every-member", { moment: "failed" }));
    const why = card(page, "Why this rollback failed");
    await expect(fact(why, "Error code")).toContainText("ELB_INVALID_INSTANCE");
    await expect(fact(why, "Messages")).toContainText("kitchen-sink-asg is being scaled in");
    await expect(fact(why, "Messages")).toContainText("Waiting for the load balancer to drain connections.");
    await expect(fact(why, "Rolled back by").getByRole("link")).toHaveText("d-BACK00001");
    await expect(fact(why, "Rolls back").getByRole("link")).toHaveText("d-CAUSE0001");
  });

  for (const [scenario, moment, now, next] of WAITS) {
    await test.step(`a deployment that waits says so: ${now}`, async () => {
      await goOn(await emulator.start(scenario, moment === undefined ? {} : { moment }));
      const happening = card(page, "Happening now");
      await expect(card(page, "Status")).toContainText(now);
      await expect(happening).toContainText(next);
      await expect(page.getByRole("heading", { name: /^Why/ })).toHaveCount(0);
    });
  }

  await test.step("failures are told while the deployment still goes on", async () => {
    await goOn(await emulator.start("ec2-failure-counted", { moment: "failureCounted" }));
    await expect(card(page, "Status")).toContainText("In progress");
    await expect(card(page, "Happening now")).toContainText("1 instance failed so far.");
  });

  await test.step("a start later than the end is explained, and gives no negative duration", async () => {
    await goOn(await emulator.start("ec2-start-after-complete", { moment: "done" }));
    const status = card(page, "Status");
    await expect(status).toContainText("AWS reports a start later than the end");
    await expect(status).toContainText(/\d+s from creation to end/);
    await expect(status).not.toContainText(/(?<!d)[-−]\d/);
  });
});
