import type { BrowserContext, Page } from "@playwright/test";
import type { DeploymentHandle } from "../../emulator/control/control-client.ts";
import type { Site } from "../fixtures.ts";
import { expect } from "../fixtures.ts";
import { operationOf } from "../operation-of.ts";
import { card } from "../page-parts.ts";
import { storedNames } from "./sign-in-site.ts";

/** A tab that is opened beside others, and what it asks for. */
interface NewTab {
  page: Page;
  /** What it asked AWS and the issuer for, preflights left out. */
  asked: string[];
  /** Where it was led: one address for each document. */
  documents: string[];
}

/** Opens a deployment in one more tab. `prepare` is called before it is led there. */
export async function newTab(
  context: BrowserContext,
  site: Site,
  { region, deploymentId }: DeploymentHandle,
  prepare: (page: Page) => Promise<unknown> = async () => {},
): Promise<NewTab> {
  const page = await context.newPage();
  const asked: string[] = [];
  const documents: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") asked.push(operationOf(request) ?? new URL(request.url()).pathname);
    if (request.isNavigationRequest()) documents.push(new URL(request.url()).origin);
  });
  await prepare(page);
  await page.goto(`${site.origin}/${region}/${deploymentId}`, { waitUntil: "commit" });
  return { page, asked, documents };
}

/** The card that shows a tab's status. */
export const statusOf = (page: Page) => card(page, "Status");

/** The tab went to the issuer, whose session let it in without a question, and has tokens of its own. */
export async function expectToSignInByItself({ page, documents }: NewTab): Promise<void> {
  await expect(statusOf(page)).toContainText("In progress");
  expect(documents.length).toBeGreaterThan(1);
  expect(await storedNames(page)).not.toEqual([]);
}

/** The tab has gone nowhere, and has no tokens. */
export async function expectToBeLetIn({ page, documents, asked }: NewTab, site: Site): Promise<void> {
  await expect(statusOf(page)).toContainText("In progress");
  expect(documents).toEqual([site.origin]);
  expect(asked[0]).toBe("GetDeployment");
  expect(asked.filter((operation) => /Credentials|GetId|token/i.test(operation))).toEqual([]);
  expect(await storedNames(page)).toEqual([]);
}

/** Opens a tab that another lets in, however slow this machine is. */
export async function letIn(
  context: BrowserContext,
  site: Site,
  deployment: DeploymentHandle,
): Promise<NewTab> {
  // What answers a new tab is the last part that a page loads.
  await Promise.all(context.pages().map((page) => page.waitForLoadState("networkidle")));
  const tab = await newTab(context, site, deployment, waitLonger);
  await expect(statusOf(tab.page)).toContainText("In progress");
  return tab;
}

/** Has a page wait for another tab's answer for longer than the 50 ms (of a guest) or 200 ms after which it would go on alone. */
export async function waitLonger(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { setTimeout: wait } = globalThis;
    const wrapped = (task: () => void, ms?: number) => wait(task, ms === 50 || ms === 200 ? 60_000 : ms);
    Object.defineProperty(globalThis, "setTimeout", { value: wrapped });
  });
}
