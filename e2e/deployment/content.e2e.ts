import { expect, test } from "../fixtures.ts";
import { card, fact } from "../page-parts.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const E_TAGS: readonly (readonly [what: string, scenario: string, eTag: RegExp])[] = [
  ["with", "ec2-succeeded", /^"[0-9a-f]{32}"$/],
  ["without", "ec2-start-after-complete", /^3fdd7b968314a096d5af1d649e26a4a$/],
];

test("an eTag is shown and copied as AWS sent it", async ({ page, emulator, open }) => {
  for (const [what, scenario, eTag] of E_TAGS) {
    await test.step(`an eTag ${what} quotation marks is shown and copied as AWS sent it`, async () => {
      await open(await emulator.start(scenario, { moment: "done" }));
      const shown = fact(card(page, "What changed"), "eTag");
      await expect(shown.getByText(eTag).first()).toBeVisible();
      await shown.getByRole("button", { name: "Copy eTag" }).press("Enter");
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(eTag);
    });
  }
});

test("the time in the queue counts on while it lasts", async ({ page, emulator, time, follow }) => {
  await follow(await emulator.start("ec2-queued", { moment: "queued", createdAgoMs: 90_000 }), "Queued for");
  const queued = fact(card(page, "Status"), "Queued for");
  await expect(queued).toContainText(/^1m \d+s$/);
  await page.getByRole("button", { name: "Pause refreshing" }).click();
  await time.run(60);
  await expect(queued).toContainText(/^2m \d+s$/);
});

const CREATORS: readonly (readonly [creator: string, words: string])[] = [
  ["user", "A person, or a tool such as a pipeline, that called CreateDeployment"],
  ["autoscaling", "Auto Scaling, for an instance that it launched"],
  ["autoScaling", "Auto Scaling, for an instance that it launched"],
  ["autoscalingTermination", "Auto Scaling, for an instance that it is terminating"],
  ["codeDeployRollback", "CodeDeploy, to roll back another deployment"],
  ["CodeDeploy", "CodeDeploy itself"],
  ["CodeDeployAutoUpdate", "CodeDeploy, to update instances that were left on an older revision"],
  ["CloudFormation", "CloudFormation, for a change to a stack"],
  ["CloudFormationRollback", "CloudFormation, to roll back a change to a stack"],
];

test("what a page says of times, counts and creators", async ({ page, emulator, open, goOn }) => {
  await test.step("a deployment that was only created has no counts, no start and no end yet, rather than zeros", async () => {
    await open(await emulator.start("ec2-created"));
    const status = card(page, "Status");
    await expect(status).toContainText("Counts of instances are not reported.");
    await expect(status).not.toContainText(/\d (?:succeeded|failed|pending)/);
    await expect(fact(status, "Created")).toHaveText(/\d/);
    await expect(fact(status, "Started")).toHaveCount(0);
    await expect(fact(status, "Ended")).toHaveCount(0);
  });

  await test.step("a deployment that ended without counts is not said to have any to come", async () => {
    const deployment = await emulator.start("bare");
    const deploymentInfo = { deploymentId: deployment.deploymentId, status: "Succeeded" };
    await deployment.fault(
      { kind: "answer", body: JSON.stringify({ deploymentInfo }) },
      { operation: "GetDeployment" },
    );
    await goOn(deployment);
    const status = card(page, "Status");
    await expect(status).toContainText("AWS reported no counts of targets.");
    await expect(fact(status, "Started")).toHaveText("not reported");
    await expect(fact(status, "Ended")).toHaveText("not reported");
  });

  await test.step("the time in the queue stands once the deployment has started", async () => {
    await goOn(await emulator.start("every-member", { moment: "failed" }));
    await expect(fact(card(page, "Status"), "Queued for")).toHaveText("5s");
  });

  await test.step("each creator is named in words, however AWS writes it", async () => {
    for (const [creator, words] of CREATORS) {
      await test.step(creator, async () => {
        const deployment = await emulator.start("bare");
        const body = JSON.stringify({ deploymentInfo: { status: "Created", creator } });
        await deployment.fault({ kind: "answer", body }, { operation: "GetDeployment" });
        await goOn(deployment);
        await expect(fact(card(page, "What changed"), "Started by")).toHaveText(words);
      });
    }
  });
});
