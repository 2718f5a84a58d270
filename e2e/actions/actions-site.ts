import type { Locator, Page } from "@playwright/test";
import type { RoleRequest } from "../../emulator/control/access-routes.ts";
import type { Control, DeploymentHandle } from "../../emulator/control/control-client.ts";
import { card } from "../page-parts.ts";
import { expect } from "../fixtures.ts";
import { ADA, signInAs, test as base } from "../sign-in/sign-in-site.ts";

const READS = ["codedeploy:Get*", "codedeploy:List*", "codedeploy:BatchGet*"];

/** What the roles of the template may do. */
export const ROLES = {
  reader: { allow: READS },
  operator: { allow: [...READS, "codedeploy:StopDeployment", "codedeploy:ContinueDeployment"] },
  deployer: {
    allow: [
      ...READS,
      "codedeploy:StopDeployment",
      "codedeploy:ContinueDeployment",
      "codedeploy:CreateDeployment",
    ],
  },
} satisfies Record<string, RoleRequest>;

interface Fixtures {
  /** An installation with actions, where people have the operators' role. */
  actionsSite: { reads: readonly string[] };
  /**
   * Starts a scenario and waits until its targets are there. The first time it opens a new document and signs Ada in on the
   * way, afterwards it goes on inside the app.
   */
  openToAct: (...started: Parameters<Control["start"]>) => Promise<DeploymentHandle>;
}

export const test = base.extend<Fixtures>({
  actionsSite: [
    async ({ site, signInSite }, use) => {
      Object.assign(site.config, { actions: true });
      await signInSite.setSignIn({});
      await signInSite.setRole(ROLES.operator);
      await use({ reads: READS });
    },
    { auto: true },
  ],

  openToAct: async ({ page, emulator, open, goOn }, use) => {
    let isSignedIn = false;
    await use(async (...started) => {
      const deployment = await emulator.start(...started);
      if (isSignedIn) await goOn(deployment);
      else {
        await open(deployment);
        await signInAs(page, ADA);
        isSignedIn = true;
      }
      await expect(card(page, "Raw")).toBeVisible();
      return deployment;
    });
  },
});

export { expect };

/** Opens the menu with what can be done. */
export async function openActions(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Actions", exact: true }).click();
  return page.getByRole("region", { name: "Actions", exact: true });
}

/** Chooses an action, and gives the dialog that asks to confirm it. */
export async function choose(page: Page, action: string): Promise<Locator> {
  const menu = await openActions(page);
  await menu.getByRole("button", { name: action, exact: true }).click();
  return page.getByRole("dialog", { name: action, exact: true });
}

/** Confirms an action in its dialog. */
export async function press(dialog: Locator, action: string): Promise<void> {
  await dialog.getByRole("button", { name: action, exact: true }).click();
}

/** Chooses an action and confirms it at once. */
export async function act(page: Page, action: string): Promise<Locator> {
  const dialog = await choose(page, action);
  await press(dialog, action);
  return dialog;
}

/** Types the name of the deployment group, which an action that cannot be undone asks for. */
export async function typeGroup(page: Page, dialog: Locator): Promise<void> {
  const heading = await page.getByRole("heading", { level: 1 }).innerText();
  await dialog.getByRole("textbox").fill(heading.split("/")[1]?.trim() ?? "");
}

/** What became of the last action, above the status. */
export function notice(page: Page): Locator {
  return card(page, "Last action");
}

/** The list of what has changed and what was done. */
export function log(page: Page): Locator {
  return page.getByRole("list", { name: /what was done from this browser/ });
}

/** The requests for an operation that have reached the emulator. */
export async function sent(deployment: DeploymentHandle, operation: string) {
  return (await deployment.requests()).filter((request) => request.operation === operation);
}
