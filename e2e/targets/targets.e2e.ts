import { expectAccessibleInBothThemes, expectNoSidewaysScroll } from "../accessibility.ts";
import { expect, test } from "../fixtures.ts";
import { card, expectHonestText, fact } from "../page-parts.ts";

const PHONE = { width: 390, height: 844 };

test("the first screen says what failed, where, and with which last words", async ({
  page,
  emulator,
  goOn,
}) => {
  for (const viewport of [{ width: 1280, height: 720 }, PHONE]) {
    await test.step(`the first screen of ${viewport.width} × ${viewport.height} says what failed, where, and with which last words`, async () => {
      await page.setViewportSize(viewport);
      await goOn(await emulator.start("ec2-failing", { moment: "failed" }));
      const why = card(page, "Why it failed");
      await expect(card(page, "Status")).toContainText("Failed at ValidateService on 3 of 10 instances.");
      await expect(
        why.getByText("scripts/validate-service.sh ended with exit code 22 as root."),
      ).toBeInViewport();
      await expect(why.getByText("Service is not healthy after 5 attempts, giving up")).toBeInViewport();
    });
  }
});

test("instances that are still being launched are not listed, and come by themselves", async ({
  page,
  emulator,
  time,
  follow,
}) => {
  const deployment = await emulator.start("ec2-blue-green", { moment: "provisioning" });
  await follow(deployment);
  await time.runUntilVisible(page.getByText("AWS lists no targets so far."), 5);
  await expect(card(page, "Status")).toContainText("Waiting for the replacement Auto Scaling group.");
  await deployment.moveTo("installing");
  await time.run(12);
  await expect(card(page, "Instances")).toContainText(/Replacement \(Green\)\s*3/);
  await expect(card(page, "Status")).toContainText("3 pending");
});

test("what failed is named as the pattern that it is", async ({ page, emulator, open, goOn }) => {
  await test.step("equal failures are one entry, whose targets lead to what happened on them", async () => {
    await open(await emulator.start("ec2-same-failure", { moment: "failed" }));
    const why = card(page, "Why it failed");
    await expect(
      why.getByRole("heading", { name: "BeforeInstall failed on 7 of 10 instances" }),
    ).toBeVisible();
    const first = why.getByRole("link", { name: /^i-/ }).first();
    const id = await first.innerText();
    await first.click();
    await expect(page).toHaveURL(new RegExp(`\\?target=${id}&event=BeforeInstall$`));
    await expect(page.getByRole("region", { name: `BeforeInstall on ${id}` })).toBeInViewport();
  });

  await test.step("a script of the previous revision is named as one", async () => {
    await goOn(await emulator.start("ec2-application-stop-failed", { moment: "failed" }));
    await expect(card(page, "Why it failed")).toContainText("This script comes from the previous revision");
  });

  await test.step("agents that do not answer are named as the pattern they are", async () => {
    await goOn(await emulator.start("ec2-agent-silent", { moment: "failed" }));
    await expect(card(page, "Why it failed")).toContainText(
      "The CodeDeploy agent answered on none of the failed targets.",
    );
  });
});

test("an event of a target is opened in the matrix, on the time axis, and on a phone", async ({
  page,
  emulator,
  open,
  goOn,
}) => {
  const deployment = await emulator.start("ec2-failing", { moment: "failed" });
  await test.step("the matrix is walked with the keyboard, and an event opened and closed", async () => {
    await open(deployment);
    const grid = page.getByRole("grid");
    await grid.getByRole("button", { name: "ValidateService: failed" }).first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowLeft");
    await expect(
      grid
        .getByRole("row")
        .nth(2)
        .getByRole("button", { name: /^ApplicationStart: succeeded/ }),
    ).toBeFocused();
    await page.keyboard.press("Control+End");
    await expect(grid.getByRole("row").last().getByRole("button").last()).toBeFocused();
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    const panel = page.getByRole("region", { name: /^ValidateService on i-/ });
    await expect(panel).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(panel).toBeHidden();
    await expect(grid.getByRole("row").nth(1).getByRole("button").last()).toBeFocused();
    await expect(page).not.toHaveURL(/target=/);
  });

  await test.step("the time axis shows the same events as bars", async () => {
    await goOn(deployment);
    await page.getByRole("button", { name: "Times" }).click();
    const bar = page
      .getByRole("grid")
      .getByRole("button", { name: /^ValidateService: failed/ })
      .first();
    await bar.click();
    await expect(page).toHaveURL(/layout=times.*event=ValidateService/);
    await expect(page.getByRole("region", { name: /^ValidateService on i-/ })).toBeVisible();
  });

  await test.step("a phone lists the targets and opens one over the page", async () => {
    await page.setViewportSize(PHONE);
    await goOn(deployment);
    await card(page, "Instances")
      .getByRole("button", { name: /failed · ValidateService/ })
      .first()
      .click();
    const dialog = page.getByRole("dialog", { name: /^ValidateService on i-/ });
    await expect(fact(dialog, "Script")).toContainText("scripts/validate-service.sh");
    await expectNoSidewaysScroll(page);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });
});

test("a log keeps its colours, obeys nothing else, and can be searched and read by everybody", async ({
  page,
  emulator,
  open,
  goOn,
}) => {
  const deployment = await emulator.start("ec2-hostile-logs", { moment: "failed" });
  await test.step("a log keeps its colours, obeys nothing else, and can be searched", async () => {
    await open(deployment);
    await page
      .getByRole("grid")
      .getByRole("button", { name: /^ApplicationStart: failed/ })
      .click();
    const log = page.getByRole("region", { name: "Log of scripts/start.sh" });
    await expect(log.getByText("Error: Cannot find module './routes/index.js'")).toHaveCSS(
      "font-weight",
      "700",
    );
    await page.getByRole("searchbox", { name: "Search in the log" }).fill("object");
    await expect(log.locator("mark")).toHaveText(["Object"]);
    await page
      .getByRole("grid")
      .getByRole("button", { name: /^ValidateService: failed/ })
      .click();
    await expect(page.getByRole("region", { name: "Log of scripts/<b>validate</b>.sh" })).toContainText(
      "a link",
    );
    await expect(page.getByRole("link", { name: "a link" })).toHaveCount(0);
    await expectHonestText(page);
  });

  for (const query of ["", "?layout=times"]) {
    await test.step(`targets, an open event and its log can be read by everybody, light and dark ${query}`, async () => {
      await goOn(deployment, query);
      await page
        .getByRole("grid")
        .getByRole("button", { name: /^ApplicationStart: failed/ })
        .click();
      await expect(page.getByRole("region", { name: /^Log of/ })).toBeVisible();
      await expectAccessibleInBothThemes(page);
    });
  }
});
