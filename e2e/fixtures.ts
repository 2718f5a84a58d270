import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { test as base, expect } from "@playwright/test";
import type { DeploymentHandle } from "../emulator/control/control-client.ts";
import { Control } from "../emulator/control/control-client.ts";
import type { Join } from "../src/aws-names/services.ts";
import { card, shownId, shows } from "./page-parts.ts";
import type { StoppedClock } from "./stopped-clock.ts";
import { stopClock } from "./stopped-clock.ts";

/** A test's own installation of the app: its own origin, configuration, identity pool and role. */
export interface Site {
  origin: string;
  host: string;
  /** What its config.json holds, to be varied by tests of the configuration. */
  config: Record<string, unknown>;
  identityPoolId: string;
  roleName: string;
}

type Deployment = Pick<DeploymentHandle, "region" | "deploymentId">;

interface Fixtures {
  emulator: Control;
  site: Site;
  /** Set by a test that provokes failed requests: the browser itself reports those on the console. */
  expectsFailedRequests: boolean;
  /** What config.json lists under `joins`. */
  joins: readonly Join[];
  /** Opens a deployment in a new document. */
  open: (deployment: Deployment, query?: string) => Promise<void>;
  /** The same; from a page that is open it goes on inside the app, as by a link in it: a quarter of a new document's work. */
  goOn: (deployment: Deployment, query?: string) => Promise<void>;
  /** The clock of all the test's pages. It is stopped in a test that names it, and moves on only by its methods. */
  time: StoppedClock;
  /** Is told of each step of `time`, so that another clock can go along. */
  alongside: (ms: number) => void;
  /**
   * Opens a deployment with the clock stopped, and lets time pass until its status shows the text, or, without one,
   * until the whole page is there.
   */
  follow: (deployment: DeploymentHandle, statusText?: string | RegExp) => Promise<void>;
  /** The same by {@link Fixtures.goOn}. */
  followOn: (deployment: DeploymentHandle, statusText?: string | RegExp) => Promise<void>;
  /** Opens a deployment in another tab of the same browser, and lets time pass until all of it is there. */
  openTab: (deployment: DeploymentHandle) => Promise<Page>;
}

/** What the browser writes to the console for a failed request, which no page can prevent. */
const FAILED_REQUEST =
  /^Failed to load resource|net::ERR_|blocked by CORS policy|Failed to fetch dynamically imported module/;

export const test = base.extend<Fixtures>({
  expectsFailedRequests: [false, { option: true }],
  joins: [[], { option: true }],

  emulator: async ({}, use, { config }) => {
    await use(new Control(`http://127.0.0.1:${config.metadata["emulatorPort"]}`));
  },

  site: async ({ emulator, joins }, use, { config }) => {
    const host = `t-${randomUUID().slice(0, 13)}.localhost`;
    const identityPoolId = `us-east-1:${randomUUID()}`;
    const roleName = `Guest-${host.slice(0, 15)}`;
    const roleArn = await emulator.setRole(roleName, {
      trusts: [{ identityPoolId, amr: "unauthenticated" }],
    });
    await emulator.setIdentityPool(identityPoolId);
    const body = {
      name: "Test installation",
      regions: ["us-east-1", "eu-west-1"],
      identityPoolId,
      guest: { roleArn },
      ...(joins.length > 0 && { joins }),
      emulator: { endpoint: `http://127.0.0.1:${config.metadata["emulatorPort"]}` },
    };
    await emulator.setConfig(host, { body });
    await use({
      origin: `http://${host}:${config.metadata["port"]}`,
      host,
      config: body,
      identityPoolId,
      roleName,
    });
    await emulator.removeConfig(host);
  },

  page: async ({ page, expectsFailedRequests }, use) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => {
      if (message.type() !== "error" && message.type() !== "warning") return;
      if (!expectsFailedRequests || !FAILED_REQUEST.test(message.text())) errors.push(message.text());
    });
    await use(page);
    expect(errors, "the console stays free of errors").toEqual([]);
  },

  open: async ({ page, site }, use) => {
    await use(async ({ region, deploymentId }, query = "") => {
      await page.goto(`${site.origin}/${region}/${deploymentId}${query}`);
    });
  },

  goOn: async ({ page, open }, use) => {
    await use(async (deployment, query) => {
      if (isEmpty(page)) return open(deployment, query);
      await leadOn(page, deployment, query);
      await expect(page.getByRole("main")).toContainText(deployment.deploymentId);
    });
  },

  alongside: async ({}, use) => {
    await use(() => {});
  },

  time: async ({ context, alongside }, use) => {
    await use(await stopClock(context, { alongside }));
  },

  follow: async ({ page, time, open }, use) => {
    await use(async (deployment, statusText) => {
      await open(deployment);
      await runUntilThere(page, time, statusText);
    });
  },

  followOn: async ({ page, time, follow }, use) => {
    await use(async (deployment, statusText) => {
      if (isEmpty(page)) return follow(deployment, statusText);
      await leadOn(page, deployment);
      // Not the parts of the deployment before.
      await time.runUntilVisible(shows(shownId(page), deployment.deploymentId), 10);
      await runUntilThere(page, time, statusText);
    });
  },

  openTab: async ({ context, time, site }, use) => {
    await use(async ({ region, deploymentId }) => {
      const tab = await context.newPage();
      await tab.goto(`${site.origin}/${region}/${deploymentId}`);
      for (const last of lastParts(tab)) await time.runUntilVisible(last, 10);
      return tab;
    });
  },
});

function isEmpty(page: Page): boolean {
  return page.url() === "about:blank";
}

async function leadOn(page: Page, { region, deploymentId }: Deployment, query = ""): Promise<void> {
  await page.evaluate((address) => {
    history.pushState(Math.random(), "", address);
    scrollTo(0, 0);
    dispatchEvent(new PopStateEvent("popstate"));
  }, `/${region}/${deploymentId}${query}`);
}

async function runUntilThere(page: Page, time: StoppedClock, statusText?: string | RegExp): Promise<void> {
  if (statusText !== undefined) await time.runUntilVisible(shows(card(page, "Status"), statusText), 10);
  else for (const last of lastParts(page)) await time.runUntilVisible(last, 10);
}

/** What comes last at the right and at the left. */
function lastParts(page: Page): Locator[] {
  return [card(page, "Raw"), page.getByRole("region", { name: /^(?:Instances|Targets)$/ }).first()];
}

export { expect };
