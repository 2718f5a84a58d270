import { randomUUID } from "node:crypto";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { test as base, expect } from "@playwright/test";
import type { DeploymentHandle } from "../emulator/control/control-client.ts";
import { Control } from "../emulator/control/control-client.ts";

/** A test's own installation of the app: its own origin, configuration, identity pool and role. */
export interface Site {
  origin: string;
  host: string;
  /** What its config.json holds, to be varied by tests of the configuration. */
  config: Record<string, unknown>;
  identityPoolId: string;
  roleName: string;
}

interface Fixtures {
  emulator: Control;
  site: Site;
  /** Set by a test that provokes failed requests: the browser itself reports those on the console. */
  expectsFailedRequests: boolean;
  open: (deployment: Pick<DeploymentHandle, "region" | "deploymentId">, query?: string) => Promise<void>;
}

/** The browser's own words for a request that failed, which no page can keep from the console. */
const FAILED_REQUEST =
  /^Failed to load resource|net::ERR_|blocked by CORS policy|Failed to fetch dynamically imported module/;

export const test = base.extend<Fixtures>({
  expectsFailedRequests: [false, { option: true }],

  emulator: async ({}, use, { config }) => {
    await use(new Control(`http://127.0.0.1:${config.metadata["emulatorPort"]}`));
  },

  site: async ({ emulator }, use, { config }) => {
    const host = `t-${randomUUID().slice(0, 13)}.localhost`;
    const identityPoolId = `us-east-1:${randomUUID()}`;
    const roleName = `Guest-${host.slice(0, 15)}`;
    const roleArn = await emulator.setRole(roleName);
    await emulator.setIdentityPool(identityPoolId);
    const body = {
      name: "Test installation",
      regions: ["us-east-1", "eu-west-1"],
      identityPoolId,
      guest: { roleArn },
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
});

export { expect };

/** Fails on any accessibility violation of the page as it stands, in the theme that it has. */
export async function expectAccessible(page: Page): Promise<void> {
  // A change of theme fades; half-way through, no contrast is what it will be.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ effect, playState }) =>
          playState !== "running" || effect?.getComputedTiming().endTime === Infinity,
      ),
  );
  const { violations } = await new AxeBuilder({ page })
    // A third of the time: there are no frames, and nobody reads where the rules are kept.
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`)).toEqual([]);
}

/** Fails when the page can be scrolled sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overhangPx = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(overhangPx, "pixels that lie beyond the screen's edge").toBeLessThanOrEqual(0);
}
