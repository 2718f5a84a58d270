import type { Locator } from "@playwright/test";
import { expectAccessibleInBothThemes, expectNoSidewaysScroll } from "../accessibility.ts";
import { expect, test } from "../fixtures.ts";
import { expectNoJumps, watchShifts } from "../layout-shift.ts";
import { card } from "../page-parts.ts";

/** What a deployment's page must say without scrolling. */
interface FirstScreen {
  scenario: string;
  /** A named moment of the scenario, or milliseconds since the deployment was created. */
  at: string | number;
  heading: string;
  status: string;
  /** How far it is. */
  progress: RegExp;
  /** What changed. */
  changed: RegExp;
  /** Why it failed or what it waits for: lines of the card below the status. */
  card: "Why it failed" | "Why it stopped" | "Happening now";
  why: RegExp[];
  /** What of it a phone has room for; all of it where absent. */
  whyOnPhone?: RegExp[];
}

const HOUR_MS = 3_600_000;

const SCREENS: readonly FirstScreen[] = [
  {
    scenario: "ec2-rolling",
    at: 95_000,
    heading: "checkout-api / prod",
    status: "In progress",
    progress: /1 in BeforeInstall/,
    changed: /acme-shop\/checkout-api \w{7} → \w{7}/,
    card: "Happening now",
    why: [/the script of BeforeInstall/, /so far/],
  },
  {
    scenario: "ec2-same-failure",
    at: "failed",
    heading: "image-resizer / prod",
    status: "Failed",
    progress: /7 failed/,
    changed: /acme-media\/image-resizer \w{7} → \w{7}/,
    card: "Why it failed",
    why: [
      /^BeforeInstall failed on 7 of 10 instances/,
      /ended with exit code 100/,
      /Couldn't find any package/,
      /i-004f38f13960ed8b6/,
    ],
  },
  {
    scenario: "ec2-blue-green-ready",
    at: 16 * 60_000,
    heading: "account-portal / prod",
    status: "Ready",
    progress: /Wait to reroute/,
    changed: /317\.zip → 318\.zip/,
    card: "Happening now",
    why: [/the traffic to be rerouted to the replacement/, /Reroute it in the AWS console/],
  },
  {
    scenario: "ecs-linear",
    at: 300_000,
    heading: "AppECS-prod-storefront / DgpECS-prod-storefront",
    status: "In progress",
    progress: /\d+% of the traffic is on the replacement task set/,
    changed: /Another AppSpec/,
    card: "Happening now",
    why: [/AllowTraffic/],
  },
  {
    scenario: "ecs-hook-failed",
    at: 24 * HOUR_MS,
    heading: "AppECS-prod-profile / DgpECS-prod-profile",
    status: "Failed",
    progress: /No traffic is on the replacement task set/,
    changed: /Another AppSpec/,
    card: "Why it failed",
    why: [/^AfterAllowTestTraffic failed/, /hook function reported a failure/, /prod:profile/],
  },
  {
    scenario: "lambda-canary",
    at: 120_000,
    heading:
      "price-calculator-ServerlessDeploymentApplication-1Q8ZK2M5R7T / price-calculator-PriceFunctionDeploymentGroup-9XW4B6",
    status: "In progress",
    progress: /10% of the traffic is on the new version/,
    changed: /Another AppSpec/,
    card: "Happening now",
    why: [/AllowTraffic/],
  },
  {
    scenario: "lambda-stopped-by-alarm",
    at: 24 * HOUR_MS,
    heading: "invoice-mailer / live",
    status: "Stopped",
    progress: /traffic is on the new version/,
    changed: /Another AppSpec/,
    card: "Why it stopped",
    why: [/A CloudWatch alarm went off/, /^invoice-mailer-errors/],
  },
  {
    scenario: "ec2-fleet",
    at: 180_000,
    heading: "edge-ranker / global",
    status: "In progress",
    progress: /\d+ in ValidateService/,
    changed: /2026-10\.tar\.gz → 2026-11\.tar\.gz/,
    card: "Happening now",
    why: [
      /^AfterInstall failed on 2 of 1,000 instances/,
      /ended with exit code 2/,
      /No space left on device/,
      /i-03419ba04bcc3cf4d/,
    ],
    // It goes on: the target that failed stands just below the log.
    whyOnPhone: [
      /^AfterInstall failed on 2 of 1,000 instances/,
      /ended with exit code 2/,
      /No space left on device/,
    ],
  },
];

const SIZES = [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
  { width: 1920, height: 1080 },
];

/** Fails unless the whole of it is on the screen, without scrolling. */
async function expectOnScreen(shown: Locator, what: string): Promise<void> {
  await expect(shown, what).toBeInViewport({ ratio: 1 });
}

for (const viewport of SIZES) {
  test.describe(`at ${viewport.width}×${viewport.height}`, () => {
    const isPhone = viewport.width < 500;
    test.use({ viewport, hasTouch: isPhone, isMobile: isPhone });

    // By a stopped clock: on a slow machine the page would show what it has before all is there, and that moves things.
    test("every kind of deployment answers without scrolling, and nothing jumps", async ({
      page,
      emulator,
      time,
      follow,
    }) => {
      await watchShifts(page);
      for (const screen of SCREENS) {
        await test.step(screen.scenario, async () => {
          const deployment = await emulator.start(screen.scenario, { pastRuns: 4 });
          await deployment.moveTo(screen.at);
          await follow(deployment);
          const status = card(page, "Status");
          await time.runUntilVisible(status.getByText(/usually \d/).first(), 5);
          await time.run(1);
          const reason = card(page, screen.card);
          await expectOnScreen(
            page.getByRole("heading", { level: 1, name: screen.heading, exact: true }),
            "the name",
          );
          await expectOnScreen(status.getByText(screen.status, { exact: true }), "the status");
          await expectOnScreen(status.getByText(screen.progress).first(), "how far");
          await expectOnScreen(status.getByText(/usually \d/).first(), "how long against usual");
          await expectOnScreen(status.getByText(screen.changed).first(), "what changed");
          for (const line of (isPhone && screen.whyOnPhone) || screen.why) {
            await expectOnScreen(reason.getByText(line).first(), `why: ${String(line)}`);
          }
          await expect(card(page, "Raw")).toBeAttached();
          await expectNoSidewaysScroll(page);
          await expectNoJumps(page);
          await time.whileRunning(page, () => expectAccessibleInBothThemes(page));
        });
      }
    });
  });
}

test("at 1920 pixels every lifecycle event of the instances is in sight, and at 1280 their whole ids", async ({
  page,
  emulator,
  open,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await open(await emulator.start("ec2-rolling", { moment: "halfway" }));
  for (const name of ["BeforeBlockTraffic", "AfterAllowTraffic"]) {
    await expectOnScreen(page.getByRole("columnheader", { name }), name);
  }
  await page.setViewportSize({ width: 1280, height: 720 });
  const running = page.getByRole("row").filter({ hasText: "in progress" }).getByRole("rowheader");
  const cut = await running
    .locator("bdi")
    .evaluateAll((names) => names.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length);
  await expect(running).toHaveCount(1);
  expect(cut, "ids of instances that are cut beside “in progress”").toBe(0);
  await open(await emulator.start("ec2-succeeded", { moment: "done" }));
  await expectOnScreen(
    page.getByRole("columnheader", { name: "ValidateService" }),
    "the last of seven events",
  );
});
