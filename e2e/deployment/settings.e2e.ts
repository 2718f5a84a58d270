import { expect, test } from "../fixtures.ts";
import { card, fact } from "../page-parts.ts";

test("what a page says of the settings", async ({ page, emulator, open, goOn }) => {
  await test.step("every setting is there, in words", async () => {
    await open(await emulator.start("every-member", { moment: "failed" }));
    const settings = card(page, "Settings");
    await expect(fact(settings, "Configuration")).toContainText("acme-one-per-zone");
    await expect(fact(settings, "Style")).toContainText("Blue/green");
    await expect(fact(settings, "Traffic")).toContainText("With traffic control");
    await expect(fact(settings, "Automatic rollback")).toHaveText(
      "On, when the deployment fails, an alarm stops it, or somebody stops it.",
    );
    await expect(fact(settings, "Alarms").getByRole("listitem")).toHaveText([
      /kitchen-sink-5xx/,
      /kitchen-sink-latency/,
    ]);
    await expect(fact(settings, "Alarms")).toContainText(
      "When CloudWatch cannot be asked, the deployment goes on.",
    );
    await expect(fact(settings, "If a file exists")).toContainText("The file on the instance stays");
    await expect(fact(settings, "Ignore stop failures")).toContainText("On");
    await expect(fact(settings, "Outdated instances only")).toContainText("On");
  });

  await test.step("load balancers of every kind are named: classic, target groups, pairs with their listeners", async () => {
    const settings = card(page, "Settings");
    await expect(fact(settings, "Classic Load Balancers").getByRole("listitem")).toHaveText([
      "kitchen-sink-classic",
      "kitchen-sink-internal",
    ]);
    await expect(fact(settings, "Target groups").getByRole("listitem")).toHaveText([
      "kitchen-sink-http",
      "kitchen-sink-grpc",
    ]);
    await expect(fact(settings, "Target group pair").getByRole("listitem")).toHaveCount(2);
    await expect(fact(settings, "Production traffic").getByRole("listitem")).toHaveCount(1);
    await expect(fact(settings, "Test traffic").getByRole("listitem")).toHaveCount(1);
  });

  await test.step("tag sets read as what they are: one of each line, and every line", async () => {
    const settings = card(page, "Settings");
    await expect(fact(settings, "Tag sets").getByRole("listitem")).toHaveText([
      "Stage = prod or Stage = canary",
      "Team = platform",
    ]);
    await expect(fact(settings, "Tag sets")).toContainText("An instance must match every line.");
    await expect(fact(settings, "Tags")).toHaveText(
      "Service = kitchen-sink or Deployable with any value or any tag with the value green",
    );
    await expect(fact(settings, "Auto Scaling groups").getByRole("link").first()).toHaveAttribute(
      "href",
      /^https:\/\/us-east-1\.console\.aws\.amazon\.com\/ec2\/home\?region=us-east-1#AutoScalingGroupDetails:id=kitchen-sink-asg/,
    );
  });

  await test.step("a standard configuration is explained", async () => {
    await goOn(await emulator.start("lambda-canary", { moment: "canary" }));
    await expect(fact(card(page, "Settings"), "Configuration")).toContainText(
      "10% of the traffic first, the other 90% after 5 minutes.",
    );
  });

  await test.step("a blue/green deployment lays out its steps, with their waits", async () => {
    await goOn(await emulator.start("ec2-blue-green-ready", { moment: "ready" }));
    await expect(card(page, "Blue/green").getByRole("listitem")).toHaveText([
      /^The revision is deployed to replacement instances/,
      /waits up to 1 hour for somebody to reroute the traffic\. If nobody does, it stops\.$/,
      /^Traffic is rerouted to the replacement\./,
      /^The original instances are kept running/,
    ]);
    await goOn(await emulator.start("ecs-linear", { moment: "shifting" }));
    await expect(card(page, "Blue/green").getByRole("listitem").last()).toHaveText(
      "The original task set is terminated 5 minutes later.",
    );
  });

  await test.step("parts that do not apply are not there as empty boxes", async () => {
    await goOn(await emulator.start("ec2-succeeded", { moment: "done" }));
    const settings = card(page, "Settings");
    await expect(settings).toBeVisible();
    await expect(card(page, "Blue/green")).toHaveCount(0);
    await expect(settings.getByRole("heading", { name: "Load balancing" })).toHaveCount(0);
    await expect(settings.getByRole("heading", { name: "Replacement instances" })).toHaveCount(0);
  });

  await test.step("off, zero and absent are three things", async () => {
    await goOn(await emulator.start("ec2-rolling", { moment: "firstInstance" }));
    await expect(fact(card(page, "Settings"), "Off")).toContainText("ignore stop failures");
    await expect(card(page, "Status")).toContainText("0 succeeded");

    await goOn(await emulator.start("bare"));
    const status = card(page, "Status");
    await expect(status).toContainText("Counts of targets are not reported.");
    await expect(fact(status, "Created")).toHaveText("not reported");
    await expect(status).toContainText("Duration not known");
    await expect(fact(card(page, "Settings"), "Platform")).toHaveText("not reported");
    await expect(card(page, "Settings")).not.toContainText(/ignore stop failures/i);
    await expect(fact(card(page, "What changed"), "Started by")).toHaveText("not reported");
  });
});
