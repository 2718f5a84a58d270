import type { FaultInput } from "../../emulator/control/fault.ts";
import { expectAccessibleInBothThemes } from "../accessibility.ts";
import { expect } from "../fixtures.ts";
import { test } from "../own-emulator.ts";
import { card, fact, shows } from "../page-parts.ts";
import { COARSE_MS } from "../stopped-clock.ts";
import { NO_ANSWERS } from "./no-answers.ts";

// The alarms that may stop a deployment, and those that have, where config.json lists the join.

test.use({ joins: ["alarms"] });

const CLOUDWATCH = ["DescribeAlarms", "DescribeAlarmHistory"];

const FAULTS: Readonly<Record<string, FaultInput["effect"]>> = {
  ...NO_ANSWERS,
  "answered by another page": { kind: "answer", body: "<html>Sign in" },
};

test("a stop by an alarm says when and why each alarm went into alarm, and what it compares", async ({
  page,
  own,
  time,
  follow,
}) => {
  const deployment = await own.control.start("ecs-stopped-by-alarm", { moment: "stopped" });
  await follow(deployment);
  const alarms = fact(card(page, "Why it stopped"), "Alarms");
  await time.runUntilVisible(shows(alarms, "before the stop"), 10);
  const [errors, latency] = await alarms.getByRole("listitem").all();
  await expect(errors ?? alarms).toContainText(/orders-prod-5xx.*Went into alarm at .*, 9s before the stop/);
  await expect(errors ?? alarms).toContainText("2 out of the last 3 datapoints [41.0, 63.0, 2.0]");
  await expect(errors ?? alarms).toContainText(
    "In alarm when: Sum of HTTPCode_Target_5XX_Count (AWS/ApplicationELB) > 10 for 2 datapoints within 3m",
  );
  await expect(errors ?? alarms).toContainText("Last known: In alarm since");
  await expect(latency ?? alarms).toContainText(/, 6s before the stop/);
  await expect(latency ?? alarms).toContainText('In alarm when: ALARM("orders-prod-latency-p99-target-1")');
  // A deployment that has ended asks once.
  const before = time.asked(-1).filter(({ operation }) => CLOUDWATCH.includes(operation)).length;
  await time.run(300, COARSE_MS);
  expect(time.asked(-1).filter(({ operation }) => CLOUDWATCH.includes(operation))).toHaveLength(before);
  expect(before).toBe(1 + 2);
});

test("an alarm that was in alarm before the deployment is told from one that it set off, and stands on the first screen", async ({
  page,
  own,
  time,
  followOn,
}) => {
  for (const size of [
    { width: 1280, height: 720 },
    { width: 390, height: 844 },
  ]) {
    await test.step(`at ${size.width} by ${size.height}`, async () => {
      await page.setViewportSize(size);
      await followOn(await own.control.start("lambda-stopped-by-alarm", { moment: "stopped" }));
      const alarms = fact(card(page, "Why it stopped"), "Alarms");
      await time.runUntilVisible(shows(alarms, "Was in alarm before the deployment was created, since"), 10);
      await expect(alarms.getByText("Was in alarm before")).toBeInViewport();
      await expect(alarms).not.toContainText("before the stop");
    });
  }
});

test("a deployment that runs says how many alarms may stop it, and which is in alarm before it stops", async ({
  page,
  own,
  time,
  follow,
}) => {
  const deployment = await own.control.start("ecs-stopped-by-alarm", { moment: "shifting" });
  await follow(deployment, "In progress");
  const now = card(page, "Happening now");
  await time.runUntilVisible(shows(now, "2 alarms watched, none in alarm."), 10);
  // Each can be read before it does anything.
  await now.locator("summary").filter({ hasText: "2 alarms watched" }).press("Enter");
  const quiet = fact(now, "Alarms").getByRole("listitem").filter({ hasText: "orders-prod-5xx" });
  await expect(quiet).toContainText(/OK since/);
  await expect(quiet).toContainText("In alarm when: Sum of HTTPCode_Target_5XX_Count");
  const quietSince = time.now;
  await time.run(120, COARSE_MS);
  expect(time.asked(quietSince, "DescribeAlarms").length).toBeLessThanOrEqual(4);
  expect(time.asked(-1, "GetDeploymentGroup")).toHaveLength(1);

  await deployment.moveTo("firing");
  await time.runUntilVisible(shows(now, "2 alarms are in alarm now."), 60);
  await expect(card(page, "Status")).toContainText("2 alarms are in alarm now.");
  await expect(now).toContainText("2 out of the last 3 datapoints [41.0, 63.0, 2.0]");
  await expect(now.getByRole("link", { name: "orders-prod-5xx" })).toBeInViewport();
});

test("a deployment whose group watches no alarm says nothing of alarms, and asks CloudWatch nothing", async ({
  page,
  own,
  time,
  follow,
}) => {
  await follow(await own.control.start("ec2-rolling", { moment: "halfway" }));
  await time.run(120, COARSE_MS);
  await expect(card(page, "Happening now")).not.toContainText("alarm");
  expect(time.asked(-1, "GetDeploymentGroup")).toHaveLength(1);
  expect(time.asked(-1, "DescribeAlarms")).toEqual([]);
});

test.describe("in trouble", () => {
  test.use({ expectsFailedRequests: true });

  test("the page says which permission is missing, once, and shows all else", async ({
    page,
    own,
    site,
    time,
    follow,
  }) => {
    for (const action of ["codedeploy:GetDeploymentGroup", "cloudwatch:DescribeAlarms"]) {
      await test.step(`without ${action}`, async () => {
        await own.control.setRole(site.roleName, { deny: [action] });
        await follow(await own.control.start("ecs-stopped-by-alarm", { moment: "shifting" }));
        const alarms = fact(card(page, "Happening now"), "Alarms");
        await time.runUntilVisible(shows(alarms, `may not call ${action}`), 10);
        const refusedAt = time.now;
        await time.run(120, COARSE_MS);
        expect(time.asked(refusedAt, action.split(":")[1])).toEqual([]);
        await time.runUntilVisible(shows(card(page, "Targets"), "prod:orders"), 5);
      });
    }
  });

  test("only the alarms are missing while CloudWatch does not answer, in one line, and come back by themselves", async ({
    page,
    own,
    time,
    follow,
  }) => {
    for (const [what, effect] of Object.entries(FAULTS)) {
      await test.step(what, async () => {
        const fault = await own.control.fault({ match: { operation: "DescribeAlarms" }, effect });
        if (effect.kind === "hang") time.leaveUnanswered("DescribeAlarms");
        await follow(await own.control.start("ecs-linear", { moment: "shifting" }), "In progress");
        const alarms = fact(card(page, "Happening now"), "Alarms");
        await time.runUntilVisible(shows(alarms, "Not up to date"), 40);
        await time.runUntilVisible(shows(card(page, "Targets"), "prod:storefront"), 5);
        await fault.clear();
        time.awaitAnswers("DescribeAlarms");
        await time.runUntilVisible(shows(alarms, "1 alarm watched, none in alarm."), 90, COARSE_MS);
      });
    }
  });
});

test("alarms are accessible in both themes", async ({ page, own, open, goOn }) => {
  for (const [moment, words, show] of [
    ["stopped", "before the stop", open],
    ["firing", "2 alarms are in alarm now.", goOn],
  ] as const) {
    await test.step(moment, async () => {
      await show(await own.control.start("ecs-stopped-by-alarm", { moment }));
      await expect(page.getByText(words).first()).toBeVisible();
      await expectAccessibleInBothThemes(page);
    });
  }
});

test.describe("without the join", () => {
  test.use({ joins: [] });

  test("the names of the alarms stand there as before, and nothing of CloudWatch is asked", async ({
    page,
    own,
    time,
    follow,
  }) => {
    await follow(await own.control.start("ecs-stopped-by-alarm", { moment: "stopped" }));
    await expect(fact(card(page, "Why it stopped"), "Alarms").getByRole("listitem")).toHaveText([
      /^orders-prod-5xx \(opens/,
      /^orders-prod-latency-p99 \(opens/,
    ]);
    await time.run(60, COARSE_MS);
    const asked = new Set(time.asked(-1).map(({ operation }) => operation));
    for (const operation of [...CLOUDWATCH, "GetDeploymentGroup"]) expect(asked).not.toContain(operation);
  });
});
