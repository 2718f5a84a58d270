import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import type { Control, DeploymentHandle } from "../emulator/control-client.ts";

/** How often an operation was asked for by the page, preflights left out. */
export async function requested(control: Control, origin: string, operation: string): Promise<number> {
  const requests = await control.requests({ origin, operation });
  return requests.filter(({ method }) => method === "POST").length;
}

/** How often GetDeployment was asked for. */
export async function polls(deployment: DeploymentHandle): Promise<number> {
  const requests = await deployment.requests();
  return requests.filter(({ operation }) => operation === "GetDeployment").length;
}

/** Lets the page's time pass a second at a time, so that answers of the real network find their place in it. */
export async function runSeconds(page: Page, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    await page.clock.runFor(1_000);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined))));
  }
}

/** Lets the page's time pass, a little at a time, until what is expected has come. */
export async function passTimeUntil(page: Page, expected: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.clock.fastForward(10_000);
    await expected();
  }).toPass({ timeout: 60_000, intervals: [100] });
}

/** What a browser does when somebody looks at another tab, or comes back. */
export async function show(page: Page, isVisible: boolean): Promise<void> {
  await page.evaluate(
    (state) => {
      Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    },
    isVisible ? "visible" : "hidden",
  );
}
