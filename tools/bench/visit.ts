import type { Browser, Page } from "@playwright/test";
import { expect } from "@playwright/test";
import type { DeploymentHandle } from "../../emulator/control/control-client.ts";
import type { Rig } from "./rig.ts";

/** The paths of what a visit to a deployment's page fetches from the app's own host. */
export interface FetchedPaths {
  /** Asked for before the answer of GetDeployment was there: what the page has to stand on. */
  readonly first: ReadonlySet<string>;
  readonly later: ReadonlySet<string>;
}

/** How many requests go to AWS up to and including GetDeployment, three of them for the guest's credentials. */
const AWS_REQUESTS = 4;

/** Visits a deployment's page with nothing cached, until nothing is under way any more. */
export async function fetchedPaths(
  browser: Browser,
  rig: Rig,
  deployment: DeploymentHandle,
): Promise<FetchedPaths> {
  return inNewPage(browser, async (page) => {
    await page.goto(addressOf(rig, deployment));
    await expectToStand(page);
    await page.waitForLoadState("networkidle");
    const fetched = await page.evaluate(() =>
      performance
        .getEntries()
        .filter((entry) => entry instanceof PerformanceResourceTiming)
        .map(({ name, startTime, responseEnd }) => ({ url: name, startTime, responseEnd })),
    );
    const own = fetched.filter(({ url }) => url.startsWith(rig.origin));
    const aws = fetched.filter(({ url }) => !url.startsWith(rig.origin));
    const answeredAtMs = aws[AWS_REQUESTS - 1]?.responseEnd ?? Number.NaN;
    const pathsWhere = (isWanted: (startMs: number) => boolean) =>
      new Set(own.filter(({ startTime }) => isWanted(startTime)).map(({ url }) => new URL(url).pathname));
    return {
      first: pathsWhere((startMs) => startMs < answeredAtMs),
      later: pathsWhere((startMs) => startMs >= answeredAtMs),
    };
  });
}

/** Fails unless status and cause can be seen while the server keeps back every asset but these. */
export async function expectToStandOn(
  browser: Browser,
  rig: Rig,
  deployment: DeploymentHandle,
  paths: ReadonlySet<string>,
): Promise<void> {
  const release = rig.dist.holdAllBut((path) => paths.has(path));
  await inNewPage(browser, async (page) => {
    await page.goto(addressOf(rig, deployment), { waitUntil: "commit" });
    await expectToStand(page);
  });
  release();
}

/** Waits until a deployment's page shows the status and the card that says what is behind it. */
async function expectToStand(page: Page): Promise<void> {
  await expect(page.getByRole("region", { name: "Status" })).toBeVisible();
  await expect(page.getByRole("region", { name: /^(?:Why|Happening)/ })).toBeVisible();
}

/** The address of a deployment's page. */
export function addressOf(
  rig: Rig,
  { region, deploymentId }: Pick<DeploymentHandle, "region" | "deploymentId">,
): string {
  return `${rig.origin}/${region}/${deploymentId}`;
}

async function inNewPage<Result>(browser: Browser, use: (page: Page) => Promise<Result>): Promise<Result> {
  const context = await browser.newContext();
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}
