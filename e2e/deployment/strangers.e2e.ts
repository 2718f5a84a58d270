import { expect, test } from "../fixtures.ts";
import { card, fact } from "../page-parts.ts";

test("a status, values and members of tomorrow are shown as AWS sent them, and followed on", async ({
  page,
  emulator,
  open,
}) => {
  await open(await emulator.start("unknown-values"));
  const status = card(page, "Status");
  await expect(status).toContainText("Paused");
  await expect(status).toContainText("This version of the page does not know this status.");
  await expect(status).toContainText("3 succeeded");
  await expect(page.getByRole("button", { name: "Pause refreshing" })).toBeVisible();

  const settings = card(page, "Settings");
  await expect(fact(settings, "Platform")).toHaveText("EKS");
  await expect(fact(settings, "Style")).toHaveText("ROLLING");
  await expect(fact(settings, "Traffic")).toHaveText("WITH_MESH");
  await expect(fact(settings, "If a file exists")).toHaveText("MERGE");
  await expect(fact(settings, "Configuration")).toHaveText("CodeDeployDefault.WhenTheMoonIsFull");
  await expect(fact(settings, "Automatic rollback")).toHaveText("On, when DEPLOYMENT_PAUSED.");
  await expect(fact(card(page, "What changed"), "Started by")).toHaveText("EventBridgeScheduler");
  await expect(fact(card(page, "What changed"), "Source")).toContainText("OCI");
  await expect(fact(card(page, "What went wrong"), "Error code")).toContainText("UNABLE_TO_SEND_ASG");

  const alsoSent = card(page, "Also sent by AWS");
  await expect(fact(alsoSent, "pauseInfo")).toContainText('"reason":"Change freeze"');
  await expect(fact(alsoSent, "deploymentOverview.Paused")).toHaveText("4");
});

test("hostile text is text, and what is told in it can be read", async ({ page, emulator, open }) => {
  const dialogs: string[] = [];
  page.on("dialog", async (dialog) => {
    dialogs.push(dialog.message());
    await dialog.dismiss();
  });
  await open(await emulator.start("hostile-text", { moment: "failed" }));

  await test.step("nothing of it runs, becomes an element or a link", async () => {
    const why = card(page, "Why it failed");
    await expect(fact(why, "AWS says")).toContainText(
      '<img src=x onerror="alert(1)"><script>alert(2)</script>',
    );
    await expect(why.getByRole("heading", { level: 2 })).toHaveText("Why it failed");

    await expect(page.locator("img, iframe, object, embed, main script")).toHaveCount(0);
    await expect(page.locator("[onerror], [onload], [onclick]")).toHaveCount(0);
    const targets = await page
      .getByRole("link")
      .evaluateAll((links) => links.map((link) => (link instanceof HTMLAnchorElement ? link.href : "")));
    expect(targets.length).toBeGreaterThan(0);
    for (const target of targets) {
      expect(target).toMatch(
        /^(http:\/\/t-[\w-]+\.localhost:\d+\/|https:\/\/([\w-]+\.console\.aws\.amazon|docs\.aws\.amazon)\.com\/)/,
      );
    }
    await page.getByText("The whole answer as JSON").click();
    await expect(page.getByRole("region", { name: "The answer as JSON" })).toContainText(
      "<img src=x onerror",
    );
    expect(dialogs).toEqual([]);
  });

  await test.step("characters that hide or turn text around are written out", async () => {
    const message = fact(card(page, "Why it failed"), "AWS says");
    for (const written of [
      String.raw`\u202egnp.exe\u202c`,
      String.raw`\u2066isolated\u2069`,
      String.raw`zero\u200bwidth\ufeff`,
      String.raw`bell\u0007`,
      String.raw`null\u0000`,
      String.raw`escape\u001b[31mred`,
      String.raw`lone \ud800 surrogate`,
    ]) {
      await expect(message).toContainText(written);
    }
    expect(await page.title()).not.toMatch(/[\u202e\u2066\u200b\ufeff]/);
  });

  await test.step("a hundred kilobytes of text are cut until somebody asks for all of it", async () => {
    const description = fact(card(page, "What changed"), "Description");
    expect((await description.innerText()).length).toBeLessThan(2_000);
    await description.getByRole("button", { name: /^Show all 102,\d{3} characters$/ }).click();
    await expect.poll(async () => (await description.innerText()).length).toBeGreaterThan(102_000);
  });
});
