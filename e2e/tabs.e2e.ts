import type { BrowserContext, Page, Request } from "@playwright/test";
import type { DeploymentHandle } from "../emulator/control-client.ts";
import { expect, test } from "./fixtures.ts";
import { card } from "./page-parts.ts";

const MINUTE = 60;

/** Another tab of the same browser on the same address. */
async function openTab(context: BrowserContext, url: string): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(url);
  await expect(card(tab, "Status")).toBeVisible();
  await expect(card(tab, "Raw")).toBeVisible();
  return tab;
}

/** Lets the clock of all tabs, which is one, run on second by second. */
async function run(context: BrowserContext, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) await context.clock.runFor(1_000);
}

/**
 * The same, but the clock waits for answers: on a busy machine it would run ahead of them, and who has more tabs, or a
 * slower machine, would seem to ask less often.
 */
async function runWithAnswers(context: BrowserContext, seconds: number): Promise<void> {
  const unanswered = new Set<Request>();
  const ask = (request: Request) => void unanswered.add(request);
  const settle = (request: Request) => void unanswered.delete(request);
  context.on("request", ask).on("requestfinished", settle).on("requestfailed", settle);
  for (let second = 0; second < seconds; second++) {
    await context.clock.runFor(1_000);
    for (const tab of context.pages()) await tab.evaluate(() => document.readyState);
    await expect.poll(() => unanswered.size, { intervals: [10] }).toBe(0);
  }
  context.off("request", ask).off("requestfinished", settle).off("requestfailed", settle);
}

/**
 * Waits until a tab shows the end. Its clock goes on a little meanwhile: react-query tells of an answer by a timer, which
 * a clock that stands still keeps back.
 */
async function expectSucceeded(context: BrowserContext, tab: Page): Promise<void> {
  await expect(async () => {
    await context.clock.runFor(50);
    await expect(card(tab, "Status")).toContainText("Succeeded", { timeout: 200 });
  }).toPass();
}

async function stopClock(context: BrowserContext, tab: Page): Promise<void> {
  await context.clock.pauseAt((await tab.evaluate(() => Date.now())) + 2_000);
}

async function polls(deployment: DeploymentHandle): Promise<number> {
  const requests = await deployment.requests();
  return requests.filter(({ method, operation }) => method === "POST" && operation === "GetDeployment")
    .length;
}

async function allRequests(deployment: DeploymentHandle): Promise<number> {
  return (await deployment.requests()).filter(({ method }) => method === "POST").length;
}

/** What a browser does when somebody looks at another tab, or comes back. */
async function show(tab: Page, isVisible: boolean): Promise<void> {
  await tab.evaluate(
    (state) => {
      Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    },
    isVisible ? "visible" : "hidden",
  );
}

test("four tabs on one deployment ask AWS hardly more than one, and all of them see what changes", async ({
  context,
  emulator,
  site,
}) => {
  const counts: number[] = [];
  for (const tabCount of [1, 4]) {
    const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
    const url = `${site.origin}/${deployment.region}/${deployment.deploymentId}`;
    await context.clock.install();
    await context.clock.resume();
    const first = await openTab(context, url);
    const tabs = [first];
    while (tabs.length < tabCount) tabs.push(await openTab(context, url));
    await stopClock(context, first);
    const before = await allRequests(deployment);
    await runWithAnswers(context, 2 * MINUTE);
    counts.push((await allRequests(deployment)) - before);
    await deployment.moveTo("done");
    await run(context, 14);
    for (const tab of tabs) await expectSucceeded(context, tab);
    await Promise.all(tabs.map((tab) => tab.close()));
  }
  const [alone = 0, together = 0] = counts;
  expect(alone).toBeGreaterThan(20);
  expect(together).toBeLessThanOrEqual(alone * 1.3);
});

test("when the tab that asks is closed or out of sight, another takes over", async ({
  context,
  emulator,
  site,
}) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  const url = `${site.origin}/${deployment.region}/${deployment.deploymentId}`;
  await context.clock.install();
  const [first, second, third] = [
    await openTab(context, url),
    await openTab(context, url),
    await openTab(context, url),
  ];
  await stopClock(context, first);
  await run(context, 10);
  await show(first, false);
  const before = await polls(deployment);
  await run(context, 30);
  expect((await polls(deployment)) - before).toBeGreaterThanOrEqual(3);
  await second.close();
  await deployment.moveTo("done");
  await run(context, 14);
  await expectSucceeded(context, third);
});

test("a tab that nobody sees asks nothing, and once when somebody comes back", async ({
  page,
  emulator,
  open,
}) => {
  await page.clock.install();
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  await open(deployment);
  await expect(card(page, "Raw")).toBeVisible();
  await stopClock(page.context(), page);
  await run(page.context(), 5);
  await show(page, false);
  const before = await polls(deployment);
  await page.clock.runFor(MINUTE * 1_000);
  expect(await polls(deployment)).toBe(before);
  await deployment.moveTo("done");
  await show(page, true);
  await expectSucceeded(page.context(), page);
  expect(await polls(deployment)).toBe(before + 1);
});

test("a tab that is to tell of the end goes on asking while nobody sees it, slowly", async ({
  page,
  emulator,
  open,
}) => {
  await page.addInitScript(() => localStorage.setItem("deploywatch.notify", "on"));
  await page.clock.install();
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  await open(deployment);
  await expect(card(page, "Raw")).toBeVisible();
  await stopClock(page.context(), page);
  await show(page, false);
  await run(page.context(), 20);
  const before = await polls(deployment);
  await run(page.context(), 3 * MINUTE);
  const asked = (await polls(deployment)) - before;
  expect(asked).toBeGreaterThanOrEqual(4);
  expect(asked).toBeLessThanOrEqual(6);
});

test("what does not fit on the line between tabs changes nothing", async ({ page, emulator, site, open }) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  await open(deployment);
  await expect(card(page, "Status")).toContainText("In progress");
  const name = `deploywatch ${site.identityPoolId} ${deployment.region}/${deployment.deploymentId}`;
  await page.evaluate((line) => {
    const channel = new BroadcastChannel(line);
    const send = channel.postMessage.bind(channel);
    const older = { version: 1, topic: "deployment", askedAtMs: 1, atMs: 1, nextInMs: 1 };
    send("nonsense");
    send({ ...older, body: { deployment: { status: "Succeeded" }, raw: {} } });
    send({ ...older, askedAtMs: 9e15, body: { deployment: { status: 7 }, raw: {} } });
    send({ ...older, version: 99, askedAtMs: 9e15, body: { deployment: {}, raw: {} } });
  }, name);
  await page.getByRole("button", { name: "UTC" }).click();
  await expect(card(page, "Status")).toContainText("In progress");
});

test("a paused tab stays as it is, whatever the others hear", async ({ context, emulator, site }) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  const url = `${site.origin}/${deployment.region}/${deployment.deploymentId}`;
  await context.clock.install();
  const paused = await openTab(context, url);
  const other = await openTab(context, url);
  await paused.getByRole("button", { name: "Pause refreshing" }).click();
  await stopClock(context, paused);
  await deployment.moveTo("done");
  await run(context, 14);
  await expectSucceeded(context, other);
  await expect(card(paused, "Status")).toContainText("In progress");
  await paused.getByRole("button", { name: "Resume refreshing" }).click();
  await run(context, 8);
  await expectSucceeded(context, paused);
});

for (const api of ["BroadcastChannel", "locks"] as const) {
  test(`without ${api} each tab looks after itself`, async ({ context, emulator, site }) => {
    await context.addInitScript((missing) => {
      if (missing === "locks") Object.defineProperty(Navigator.prototype, "locks", { value: undefined });
      else Reflect.deleteProperty(globalThis, missing);
    }, api);
    const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
    const url = `${site.origin}/${deployment.region}/${deployment.deploymentId}`;
    await context.clock.install();
    const first = await openTab(context, url);
    const second = await openTab(context, url);
    await stopClock(context, first);
    await deployment.moveTo("done");
    await run(context, 14);
    for (const tab of [first, second]) await expectSucceeded(context, tab);
  });
}
