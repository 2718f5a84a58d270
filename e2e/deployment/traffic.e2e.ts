import { expect, test } from "../fixtures.ts";
import { card, expectHonestText, fact } from "../page-parts.ts";

test("what a page says of traffic, task sets and instances", async ({ page, emulator, open, goOn }) => {
  await test.step("ECS shows both task sets, their traffic and tasks, and the steps of the plan", async () => {
    await open(await emulator.start("ecs-linear", { moment: "shifting" }));
    const traffic = card(page, "Traffic");
    await expect(traffic.getByRole("region", { name: "Original" })).toContainText("60%");
    const replacement = traffic.getByRole("region", { name: "Replacement" });
    await expect(replacement).toContainText("40%");
    await expect(replacement).toContainText("6 running · 0 pending · 6 desired");
    await expect(traffic.getByRole("listitem")).toHaveCount(10);
    await expect(traffic).toContainText("4 of 10 done");
    await expect(traffic).toContainText("Next: 50%");
  });

  await test.step("ECS in its termination wait says so, with the time that is left", async () => {
    await goOn(await emulator.start("ecs-linear", { moment: "terminationWait" }));
    await expect(fact(card(page, "Happening now"), "Waiting for")).toContainText(
      "the end of the termination wait",
    );
  });

  await test.step("Lambda shows function, alias and both versions", async () => {
    await goOn(await emulator.start("lambda-canary", { moment: "canary" }));
    const traffic = card(page, "Traffic");
    await expect(traffic).toContainText(/Function .+Alias live/);
    await expect(traffic.getByRole("region", { name: "Original" })).toContainText(/90%\s*Version \d+/);
    await expect(traffic.getByRole("region", { name: "Replacement" })).toContainText(/10%\s*Version \d+/);
    await expect(traffic).toContainText("1 of 2 done");
  });

  await test.step("CloudFormation shows its stack by name and the type of resource", async () => {
    await goOn(await emulator.start("cloudformation-baking", { moment: "baking" }));
    await expect(card(page, "Traffic")).toContainText("AWS::ECS::Service");
    await expect(page.getByRole("grid").getByRole("rowheader")).toContainText("recommendations-prod");
  });

  await test.step("traffic that was stopped half-way names what was not done", async () => {
    await goOn(await emulator.start("ecs-stopped-by-alarm", { moment: "stopped" }));
    await expect(card(page, "Traffic")).toContainText("not done");
    await expectHonestText(page);
  });

  await test.step("blue/green instances are told apart as original and replacement", async () => {
    await goOn(await emulator.start("ec2-blue-green-ready", { moment: "ready" }));
    const labels = page.getByRole("grid").getByRole("rowheader");
    await expect(labels.filter({ hasText: "Blue" })).not.toHaveCount(0);
    await page.getByRole("button", { name: /^Replacement \(Green\)/ }).click();
    await expect(page).toHaveURL(/label=Green/);
    await expect(labels.filter({ hasText: "Blue" })).toHaveCount(0);
    await expect(labels.filter({ hasText: "Green" })).not.toHaveCount(0);
  });
});
