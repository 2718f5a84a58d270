import { expectAccessibleInBothThemes } from "../accessibility.ts";
import { expect } from "../fixtures.ts";
import { test } from "../own-emulator.ts";
import { NO_ANSWERS } from "./no-answers.ts";
import { card, fact, shows } from "../page-parts.ts";
import { COARSE_MS } from "../stopped-clock.ts";

// Why the new tasks of an ECS deployment stop, where config.json lists the join.

test.use({ joins: ["ecs"] });

const CAUSES = [
  {
    scenario: "ecs-image-missing",
    says: [
      "cannot pull the image: not found",
      ".amazonaws.com/checkout:1.42.0",
      "has been retried 7 time(s)",
    ],
  },
  {
    scenario: "ecs-container-exits",
    says: ["api exited with code 1", "search-api:1.42.0", "Read the last lines of its log"],
  },
  {
    scenario: "ecs-health-check-fails",
    says: ["failed the load balancer’s health checks", "targetgroup/catalogue-green"],
  },
] as const;

const SIZES = [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
];

for (const size of SIZES) {
  test.describe(`at ${size.width} by ${size.height}`, () => {
    test.use({ viewport: size });

    test("the true cause why new tasks stop stands on the first screen", async ({
      page,
      own,
      time,
      followOn,
    }) => {
      for (const { scenario, says } of CAUSES) {
        await test.step(`${scenario}, long before CodeDeploy gives up`, async () => {
          await followOn(await own.control.start(scenario, { moment: "stopping" }));
          const now = card(page, "Happening now");
          await time.runUntilVisible(shows(now, "The new tasks keep stopping:"), 20);
          for (const words of says) await expect(now).toContainText(words);
          await expect(card(page, "Status")).toContainText("The new tasks keep stopping:");
          await expect(now.getByText(says[0])).toBeInViewport();
        });

        if (scenario === "ecs-health-check-fails") {
          await test.step("the service's events can be read", async () => {
            const events = page.getByText(/^\d+ events of the ECS service/);
            await time.runUntilVisible(events, 20);
            await expect(fact(card(page, "Happening now"), "New task set")).toContainText(
              /^2 tasks wanted, \d pending, 0 running\. Not steady since /,
            );
            await events.click();
            await expect(
              page.getByText("Health checks failed with these codes: [404]").first(),
            ).toBeVisible();
          });
        }

        await test.step(`${scenario}, once it has given up`, async () => {
          await followOn(await own.control.start(scenario, { moment: "timedOut" }));
          const why = card(page, "Why it failed");
          await time.runUntilVisible(shows(why, says[0]), 20);
          await expect(why.getByText(says[0])).toBeInViewport();
        });
      }
    });
  });
}

test("tasks that stop while the page is open join those that have; what ECS forgets stays", async ({
  page,
  own,
  time,
  follow,
}) => {
  const deployment = await own.control.start("ecs-container-exits", { moment: "stopping" });
  await follow(deployment, "In progress");
  const now = card(page, "Happening now");
  await time.runUntilVisible(shows(now, "3 tasks: api exited with code 1"), 20);
  const asked = time.now;
  await time.run(120, COARSE_MS);
  expect(time.asked(asked, "ListTasks").length).toBeLessThanOrEqual(5);
  expect(time.asked(asked, "DescribeTasks"), "a task is asked for once").toEqual([]);
  await deployment.advance(70_000);
  await time.runUntilVisible(shows(now, "4 tasks: api exited with code 1"), 60);

  // An hour later ECS shows others; the page has both.
  await deployment.moveTo("timedOut");
  await time.runUntilVisible(shows(card(page, "Status"), "Failed"), 60);
  await time.runUntilVisible(shows(card(page, "Why it failed"), /5\d tasks: api exited/), 60);
  await time.runUntilVisible(
    shows(card(page, "Status"), /5\d new tasks stopped within [\dms ]+: api exited with code 1\./),
    5,
  );
  await time.run(60, COARSE_MS);
  const after = time.now;
  await time.run(300, COARSE_MS);
  expect(time.asked(after).filter(({ operation }) => /Tasks|Services/.test(operation))).toEqual([]);
});

test.describe("in trouble", () => {
  test.use({ expectsFailedRequests: true });

  test("the page says which permission is missing, and shows all else", async ({
    page,
    own,
    site,
    time,
    followOn,
  }) => {
    for (const action of ["ecs:DescribeServices", "ecs:ListTasks", "ecs:DescribeTasks"]) {
      await test.step(`without ${action}`, async () => {
        await own.control.setRole(site.roleName, { deny: [action] });
        await followOn(await own.control.start("ecs-container-exits", { moment: "stopping" }));
        const now = card(page, "Happening now");
        await time.runUntilVisible(shows(now, `may not call ${action}`), 20);
        await time.runUntilVisible(shows(card(page, "Targets"), "prod:search-api"), 5);
        // Which of them are new is not known then.
        if (action === "ecs:DescribeServices") {
          await expect(now).toContainText("3 tasks: api exited with code 1");
          await expect(now).toContainText("The service’s tasks keep stopping: 3");
        }
      });
    }
  });

  test("only its part is missing while ECS does not answer, and comes back by itself", async ({
    page,
    own,
    time,
    followOn,
  }) => {
    for (const [what, effect] of Object.entries(NO_ANSWERS)) {
      await test.step(what, async () => {
        const fault = await own.control.fault({ match: { operation: "ListTasks" }, effect });
        if (effect.kind === "hang") time.leaveUnanswered("ListTasks");
        await followOn(await own.control.start("ecs-container-exits", { moment: "stopping" }));
        const now = card(page, "Happening now");
        await time.runUntilVisible(shows(now, "Stopped tasks are not shown"), 40);
        await fault.clear();
        time.awaitAnswers("ListTasks");
        await time.runUntilVisible(shows(now, "3 tasks: api exited with code 1"), 90, COARSE_MS);
      });
    }
  });
});

test("what a task was started with is neither shown nor kept, and stopped tasks are accessible in both themes", async ({
  page,
  own,
  open,
  goOn,
}) => {
  await test.step("what a task was started with is neither shown nor kept", async () => {
    await open(await own.control.start("ecs-container-exits", { moment: "stopping" }));
    await expect(page.getByText("3 tasks: api exited with code 1")).toBeVisible();
    await expect(page.locator("body")).not.toContainText("not-for-the-page");
  });

  await test.step("stopped tasks are accessible in both themes", async () => {
    await goOn(await own.control.start("ecs-image-missing", { moment: "stopping" }));
    await expect(page.getByText("The new tasks keep stopping").first()).toBeVisible();
    await expectAccessibleInBothThemes(page);
  });
});

test("a deployment of another platform asks ECS nothing", async ({ own, time, follow }) => {
  await follow(await own.control.start("lambda-canary", { moment: "canary" }));
  await time.run(60, COARSE_MS);
  expect(time.asked(-1).filter(({ operation }) => /Tasks|Services/.test(operation))).toEqual([]);
});
