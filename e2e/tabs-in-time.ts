import type { BrowserContext, Page, Request } from "@playwright/test";
import type { DeploymentHandle } from "../emulator/control-client.ts";
import { expect } from "./fixtures.ts";
import { card } from "./page-parts.ts";

/** Another tab of the same browser on the same address. */
export async function openTab(context: BrowserContext, url: string): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(url);
  await expect(card(tab, "Status")).toBeVisible();
  await expect(card(tab, "Raw")).toBeVisible();
  return tab;
}

/** Lets the clock of all tabs, which is one, run on second by second. */
export async function run(context: BrowserContext, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) await context.clock.runFor(1_000);
}

/**
 * The same, but the clock waits for answers: on a busy machine it would run ahead of them, and who has more tabs, or a
 * slower machine, would seem to ask less often.
 */
export async function runWithAnswers(context: BrowserContext, seconds: number): Promise<void> {
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
export async function expectSucceeded(context: BrowserContext, tab: Page): Promise<void> {
  await expect(async () => {
    await context.clock.runFor(50);
    await expect(card(tab, "Status")).toContainText("Succeeded", { timeout: 200 });
  }).toPass();
}

export async function stopClock(context: BrowserContext, tab: Page): Promise<void> {
  await context.clock.pauseAt((await tab.evaluate(() => Date.now())) + 2_000);
}

export async function polls(deployment: DeploymentHandle): Promise<number> {
  const requests = await deployment.requests();
  return requests.filter(({ method, operation }) => method === "POST" && operation === "GetDeployment")
    .length;
}

export async function allRequests(deployment: DeploymentHandle): Promise<number> {
  return (await deployment.requests()).filter(({ method }) => method === "POST").length;
}
