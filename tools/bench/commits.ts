import type { Page } from "@playwright/test";
import type { DeploymentHandle } from "../../emulator/control/control-client.ts";

declare global {
  interface Window {
    /** How often React has changed the page. */
    commits: number;
  }
}

/** What a stretch of watching came to. */
export interface Watched {
  readonly polls: number;
  /** React's commits beyond the one a second in which all clocks of the page move on. */
  readonly rendersBesidesClocks: number;
}

/**
 * Counts React's commits from the next navigation on, the way React's developer tools learn of them, which a
 * production build tells too, and takes the page's clock in hand.
 */
export async function countCommits(page: Page): Promise<void> {
  await page.clock.install();
  await page.addInitScript(() => {
    window.commits = 0;
    Object.assign(window, {
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        inject: () => 1,
        onCommitFiberRoot: () => window.commits++,
        onPostCommitFiberRoot: () => {},
        onCommitFiberUnmount: () => {},
      },
    });
  });
}

const WARM_UP_SECONDS = 10;
/** A clock cannot be stopped in the past, which a busy machine would ask for. */
const AHEAD_MS = 10_000;

/** Stops the page's clock, so that {@link watch} alone moves it, once what loads after the first screen is there. */
export async function stopClock(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + AHEAD_MS);
  await runFor(page, WARM_UP_SECONDS);
}

/** Lets the page's clock run on for so many seconds, one by one, and counts what happens. */
export async function watch(page: Page, deployment: DeploymentHandle, seconds: number): Promise<Watched> {
  const commitsBefore = await settled(page);
  const pollsBefore = await pollsOf(deployment);
  await runFor(page, seconds);
  const commits = (await settled(page)) - commitsBefore;
  return { polls: (await pollsOf(deployment)) - pollsBefore, rendersBesidesClocks: commits - seconds };
}

async function runFor(page: Page, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    await page.clock.runFor(1_000);
    await settled(page);
  }
}

async function pollsOf(deployment: DeploymentHandle): Promise<number> {
  const requests = await deployment.requests();
  return requests.filter(({ operation, method }) => operation === "GetDeployment" && method === "POST")
    .length;
}

/** The commits so far, once React, which works in tasks of its own, has none left. */
function settled(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", resolve);
      port1.start();
      port2.postMessage(null);
    });
    return window.commits;
  });
}
