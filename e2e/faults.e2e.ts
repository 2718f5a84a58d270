import type { Page } from "@playwright/test";
import type { FaultInput } from "../emulator/control/fault.ts";
import { expect, test } from "./fixtures.ts";
import { card, liveState } from "./page-parts.ts";
import { passTimeUntil } from "./page-time.ts";

test.use({ expectsFailedRequests: true });
test.beforeEach(async ({ page }) => {
  await page.clock.install();
});

const SIGN_IN_PAGE = { body: "<html>Please sign in to the network</html>", contentType: "text/html" };

const WRONG_TYPES = JSON.stringify({
  deploymentInfo: { status: {}, loadBalancerInfo: { elbInfoList: "none" } },
});

/** What can become of a poll, and what the page calls it. */
const FAULTS: readonly (readonly [what: string, title: string, effect: FaultInput["effect"]])[] = [
  ["throttled", "AWS asks for fewer requests", { kind: "throttle", ratePerSecond: 0, burst: 0 }],
  ["answered with a fault of AWS", "AWS has a fault", awsError("InternalFailure", "Oops", 500)],
  ["answered 503 by a proxy", "AWS cannot be reached", { kind: "answer", status: 503, hasCors: false }],
  ["torn down", "AWS cannot be reached", { kind: "reset" }],
  ["left without an answer", "AWS cannot be reached", { kind: "hang" }],
  ["cut off in the middle", "AWS cannot be reached", { kind: "stalled-body" }],
  ["answered with another page", "The answer could not be read", { kind: "answer", ...SIGN_IN_PAGE }],
  ["answered in half", "The answer could not be read", { kind: "answer", body: '{"deploymentInfo":{"sta' }],
  ["answered with nothing", "The answer could not be read", { kind: "answer", body: "{}" }],
  ["answered with an empty body", "The answer could not be read", { kind: "answer", body: "" }],
  ["answered with wrong types", "The answer could not be read", { kind: "answer", body: WRONG_TYPES }],
  ["answered at a byte a second", "AWS cannot be reached", { kind: "drip" }],
  ["refused for a reason of tomorrow", "AWS refused the request", awsError("TeapotException", "I am one.")],
];

for (const [what, title, effect] of FAULTS) {
  test(`the last good answer stays when polls are ${what}, and is replaced when they are not`, async ({
    page,
    emulator,
    open,
  }) => {
    const deployment = await emulator.start("ec2-rolling", { moment: "firstInstance" });
    await open(deployment);
    const status = card(page, "Status");
    await expect(status).toContainText("In progress");

    const fault = await deployment.fault(effect, { operation: "GetDeployment" });
    await deployment.moveTo("done");
    const notice = page.getByText(`Not refreshed: ${title}`);
    await passTimeUntil(page, () => expect(notice).toBeVisible({ timeout: 200 }));
    await expect(page.getByText("What you see is the last good answer.")).toBeVisible();
    await expect(page.getByText("The page keeps trying by itself.")).toBeVisible();
    await expect(liveState(page)).toContainText(
      /^(?:Reconnecting|AWS is rate limiting)· updated \d+[sm] ago/,
    );
    await expect(status).toContainText("0 succeeded");

    await fault.clear();
    await passTimeUntil(page, () => expect(status).toContainText("6 succeeded", { timeout: 200 }));
    await expect(notice).toHaveCount(0);
  });
}

test("one failed poll takes one quiet word and no notice", async ({ page, emulator, open }) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  await open(deployment);
  await expect(liveState(page)).toContainText("Live");
  const effect = { kind: "throttle", ratePerSecond: 0, burst: 0 } as const;
  await deployment.fault(effect, { operation: "GetDeployment", times: 1 });
  await page.clock.fastForward(7_000);
  await expect(liveState(page)).toContainText("AWS is rate limiting");
  await expect(page.getByText("Not refreshed")).toHaveCount(0);
  await passTimeUntil(page, () => expect(liveState(page)).toContainText("Live", { timeout: 200 }));
});

test("a throttled page asks less and less often", async ({ page, emulator, open }) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  await open(deployment);
  await expect(card(page, "Status")).toContainText("In progress");
  await deployment.fault({ kind: "throttle", ratePerSecond: 0, burst: 0 }, { operation: "GetDeployment" });
  await passTimeUntil(page, () =>
    expect(liveState(page)).toContainText("AWS is rate limiting", { timeout: 200 }),
  );
  // Twice the usual five seconds, and up to a fifth more of jitter.
  await expect.poll(() => nextInSeconds(page)).toBeLessThanOrEqual(12);

  await passTimeUntil(page, () =>
    expect(page.getByText("Not refreshed: AWS asks for fewer requests")).toBeVisible({ timeout: 200 }),
  );
  await expect.poll(() => nextInSeconds(page)).toBeGreaterThan(15);
});

test("a lost permission stops the polling and says what to do, and one press resumes it", async ({
  page,
  emulator,
  site,
  open,
}) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "firstInstance" });
  await open(deployment);
  await expect(card(page, "Status")).toContainText("In progress");
  await emulator.setRole(site.roleName, { deny: ["codedeploy:GetDeployment"] });
  await page.clock.fastForward(7_000);
  await expect(page.getByText("Not refreshed: Not allowed to read this deployment")).toBeVisible();
  await expect(page.getByText("CodeDeploy refused codedeploy:GetDeployment")).toBeVisible();
  await expect(liveState(page)).toContainText("Not refreshing");
  await expect(card(page, "Status")).toContainText("In progress");

  await emulator.setRole(site.roleName);
  await deployment.moveTo("done");
  await page.clock.fastForward(4_000);
  await page.getByRole("button", { name: "Try again now" }).click();
  await expect(card(page, "Status")).toContainText("Succeeded");
});

test("credentials that are revoked meanwhile are replaced without a word", async ({
  page,
  emulator,
  site,
  open,
}) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "firstInstance" });
  await open(deployment);
  await expect(card(page, "Status")).toContainText("0 succeeded");
  await emulator.expireSessions(site.roleName);
  await deployment.moveTo("done");
  await page.clock.fastForward(7_000);
  await expect(card(page, "Status")).toContainText("6 succeeded");
});

test("a browser that loses its network says so, and goes on when it is back", async ({
  page,
  context,
  emulator,
  open,
}) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "firstInstance" });
  await open(deployment);
  await expect(card(page, "Status")).toContainText("0 succeeded");
  await context.setOffline(true);
  await page.clock.fastForward(60_000);
  await expect(liveState(page)).toContainText("updated 1m ago");
  await expect(card(page, "Status")).toContainText("0 succeeded");
  await deployment.moveTo("done");
  await context.setOffline(false);
  await expect(card(page, "Status")).toContainText("6 succeeded");
});

/** In how many seconds the page says that it asks again. */
async function nextInSeconds(page: Page): Promise<number> {
  const [, minutes = "0", seconds = "0"] =
    /next(?: try)? in (?:(\d+)m)? ?(?:(\d+)s)?/.exec(await liveState(page).innerText()) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

function awsError(type: string, message: string, status = 400): FaultInput["effect"] {
  return { kind: "error", type, message, status };
}

test("a status that goes backwards is shown as AWS says, with a word about it, and the polling goes on", async ({
  page,
  emulator,
  open,
}) => {
  await page.clock.install();
  const deployment = await emulator.start("ec2-succeeded", { moment: "running" });
  await open(deployment);
  await deployment.moveTo("done");
  await page.clock.runFor(7_000);
  await expect(card(page, "Status")).toContainText("Succeeded");
  await deployment.moveTo("running");
  await page.clock.runFor(7_000);
  await expect(card(page, "Status")).toContainText("AWS reports it as running again after it had ended");
  await expect(card(page, "Status").getByRole("paragraph").first()).toHaveText("In progress");
  await deployment.moveTo("done");
  await page.clock.runFor(7_000);
  await expect(card(page, "Status").getByRole("paragraph").first()).toHaveText("Succeeded");
});

test("a page whose storage is blocked works all the same", async ({ page, emulator, open }) => {
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("Access is denied for this document.", "SecurityError");
        },
      });
    }
  });
  await open(await emulator.start("ec2-rolling", { moment: "halfway" }));
  await expect(card(page, "Status")).toContainText("In progress");
  await expect(card(page, "Instances")).toContainText("6 instances");
  await page.getByRole("button", { name: "Tell me when it ends" }).click();
  await page.getByRole("checkbox", { name: "Sound" }).check();
  await expect(page.getByRole("checkbox", { name: "Sound" })).toBeChecked();
});
