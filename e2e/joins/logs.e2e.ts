import { expectAccessibleInBothThemes, expectNoSidewaysScroll } from "../accessibility.ts";
import { expect } from "../fixtures.ts";
import { expectNoJumps, watchShifts } from "../layout-shift.ts";
import { test } from "../own-emulator.ts";
import { card, shows } from "../page-parts.ts";
import { COARSE_MS } from "../stopped-clock.ts";

// Why a hook function failed or does not call back, where config.json lists the join.

test.use({ joins: ["logs"] });

const BUTTON = { name: "Show the last lines of its log" };

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
]) {
  test.describe(`at ${viewport.width} by ${viewport.height}`, () => {
    test.use({ viewport });

    test("what a hook function did is told on the first screen", async ({ page, own, time, follow }) => {
      await watchShifts(page);
      await test.step("a hook that never called back: its log tells why, on the first screen, for who asks", async () => {
        await follow(
          await own.control.start("lambda-hook-silent", { moment: "failed", region: "us-east-1" }),
        );
        const why = card(page, "Why it failed");
        const title = why.getByText("The hook function CodeDeployHook_quote_checks never called back.");
        await time.runUntilVisible(title, 10);
        await expect(title).toBeInViewport();
        await expectNoJumps(page);
        await expect(why).not.toContainText("Task timed out");
        await why.getByRole("button", BUTTON).press("Enter");
        await time.runUntilVisible(why.getByText("Task timed out after 3.00 seconds"), 10);
        await expect(why.getByText("Task timed out after 3.00 seconds")).toBeInViewport();
        await expect(why.getByRole("link", { name: /The whole log/ })).toHaveAttribute(
          "href",
          /log-group\/\$252Faws\$252Flambda\$252FCodeDeployHook_quote_checks$/,
        );
        await expectNoSidewaysScroll(page);
      });

      await test.step("a hook that the role may not call is told by its name, without its log", async () => {
        await follow(await own.control.start("ecs-hook-refused", { moment: "failed" }));
        const title = card(page, "Why it failed").getByText(
          "Likely cause: migrate-accounts is not named CodeDeployHook_…",
        );
        await time.runUntilVisible(title, 10);
        await expect(title).toBeInViewport();
        await expectNoJumps(page);
        await expectNoSidewaysScroll(page);
      });
    });
  });
}

test("what a hook function did is accessible in both themes", async ({ page, own, open, goOn }) => {
  await test.step("with its log, on a wide screen", async () => {
    await open(await own.control.start("lambda-hook-silent", { moment: "failed", region: "us-east-1" }));
    await page.getByRole("button", BUTTON).press("Enter");
    await expect(page.getByText("Task timed out after 3.00 seconds")).toBeVisible();
    await expectAccessibleInBothThemes(page);
  });

  await test.step("named as the cause, on a phone", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await goOn(await own.control.start("ecs-hook-refused", { moment: "failed" }));
    await expect(page.getByText("is not named CodeDeployHook_…")).toBeVisible();
    await expectAccessibleInBothThemes(page);
  });
});

test("a log is read when somebody asks, and then not again by itself", async ({
  page,
  own,
  time,
  follow,
}) => {
  const deployment = await own.control.start("lambda-hook-silent", {
    moment: "waiting",
    region: "us-east-1",
  });
  await follow(deployment);
  const now = card(page, "Happening now");
  await time.runUntilVisible(shows(now, "CodeDeployHook_quote_checks has not called back yet."), 20);
  const reads = () => time.asked(-1).filter(({ operation }) => operation === "FilterLogEvents").length;
  await time.run(60, COARSE_MS);
  expect(reads()).toBe(0);
  await now.getByRole("button", BUTTON).press("Enter");
  await time.runUntilVisible(now.getByText("Task timed out after 3.00 seconds"), 10);
  expect(reads(), "an empty page and the one behind it").toBe(2);
  await time.run(120, COARSE_MS);
  expect(reads()).toBe(2);
  await now.getByRole("button", { name: "Read the log again" }).press("Enter");
  await time.run(5);
  expect(reads()).toBe(4);
});

test("a log without lines is told as one", async ({ page, own, time, followOn }) => {
  for (const [moment, cardName, words] of [
    ["waiting", "Happening now", "No line of this time was found in its log group so far."],
    ["failed", "Why it failed", "No line of this time was found in its log group: perhaps"],
  ] as const) {
    await test.step(`a log without lines is told as one: ${moment}`, async () => {
      const effect = { kind: "answer", status: 200, body: '{"events":[]}' } as const;
      await own.control.fault({ match: { operation: "FilterLogEvents" }, effect });
      await followOn(await own.control.start("lambda-hook-silent", { moment, region: "us-east-1" }));
      const told = card(page, cardName);
      await time.runUntilVisible(told.getByRole("button", BUTTON), 20);
      await told.getByRole("button", BUTTON).press("Enter");
      await time.runUntilVisible(shows(told, words), 10);
    });
  }
});

test.describe("in trouble", () => {
  test.use({ expectsFailedRequests: true });

  test("without codedeploy:GetApplicationRevision the function has no name, and all else is there", async ({
    page,
    own,
    site,
    time,
    follow,
  }) => {
    await own.control.setRole(site.roleName, { deny: ["codedeploy:GetApplicationRevision"] });
    await follow(await own.control.start("lambda-hook-silent", { moment: "failed", region: "us-east-1" }));
    const why = card(page, "Why it failed");
    await time.runUntilVisible(shows(why, "may not call codedeploy:GetApplicationRevision"), 20);
    await expect(why).toContainText("The hook function never called back.");
  });

  test("a log that is not there is said to be missing; one that cannot be read is told in one line, and can be asked for again", async ({
    page,
    own,
    site,
    time,
    followOn,
  }) => {
    await test.step("a function without a log group is said to have none", async () => {
      await followOn(await own.control.start("ecs-hook-refused", { moment: "failed" }));
      const why = card(page, "Why it failed");
      await time.runUntilVisible(why.getByRole("button", BUTTON), 20);
      await why.getByRole("button", BUTTON).press("Enter");
      await time.runUntilVisible(shows(why, "There is no log group /aws/lambda/migrate-accounts"), 10);
    });

    for (const [what, words, effect] of [
      ["refused", "may not call logs:FilterLogEvents", undefined],
      ["throttled", "Its log is not shown", { kind: "throttle", ratePerSecond: 0, burst: 0 }],
      ["left without an answer", "Its log is not shown", { kind: "hang" }],
    ] as const) {
      await test.step(`a log that is ${what} is told in one line, and can be asked for again`, async () => {
        const fault =
          effect && (await own.control.fault({ match: { operation: "FilterLogEvents" }, effect }));
        if (!effect) await own.control.setRole(site.roleName, { deny: ["logs:FilterLogEvents"] });
        if (effect?.kind === "hang") time.leaveUnanswered("FilterLogEvents");
        await followOn(await own.control.start("ecs-hook-failed", { moment: "failed" }));
        const why = card(page, "Why it failed");
        await time.runUntilVisible(why.getByRole("button", BUTTON), 20);
        await why.getByRole("button", BUTTON).press("Enter");
        await time.runUntilVisible(shows(why, words), 40);
        await fault?.clear();
        if (!effect) await own.control.setRole(site.roleName, {});
        time.awaitAnswers("FilterLogEvents");
        await why.getByRole("button", { name: "Read the log again" }).press("Enter");
        await time.runUntilVisible(shows(why, "column users.locale does not exist"), 20);
      });
    }
  });
});

test.describe("without any join", () => {
  test.use({ joins: [] });

  test("a hook's name that AWS tells is named as the likely cause, and nothing is asked for it", async ({
    page,
    own,
    time,
    follow,
  }) => {
    await follow(await own.control.start("ecs-hook-refused", { moment: "failed" }));
    const why = card(page, "Why it failed");
    await time.runUntilVisible(
      shows(why, "Likely cause: migrate-accounts is not named CodeDeployHook_…"),
      20,
    );
    await time.run(30, COARSE_MS);
    await expect(why.getByRole("button", BUTTON)).toBeHidden();
    const others = /ApplicationRevision|FilterLog/;
    expect(time.asked(-1).filter(({ operation }) => others.test(operation))).toEqual([]);
  });
});
