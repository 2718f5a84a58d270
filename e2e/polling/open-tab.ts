import type { BrowserContext, Page } from "@playwright/test";
import type { DeploymentHandle } from "../../emulator/control/control-client.ts";
import type { Site } from "../fixtures.ts";
import { card } from "../page-parts.ts";
import type { StoppedClock } from "../stopped-clock.ts";

/** Opens another tab of the same browser on a deployment, and lets time pass until all of it is there. */
export async function openTab(
  context: BrowserContext,
  time: StoppedClock,
  { origin }: Site,
  { region, deploymentId }: DeploymentHandle,
): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(`${origin}/${region}/${deploymentId}`);
  await time.runUntilVisible(card(tab, "Raw"), 10);
  return tab;
}
