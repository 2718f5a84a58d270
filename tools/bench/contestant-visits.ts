import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, LaunchOptions, Page } from "@playwright/test";
import { chromium } from "@playwright/test";
import type { Rig } from "./rig.ts";
import type { SelfSigned } from "./self-signed.ts";
import { standsAtMs } from "./standing.ts";
import type { VisitFigures } from "./timed-visit.ts";
import { openSlowTab, standBy, timeVisit } from "./timed-visit.ts";
import { addressOf } from "./visit.ts";

/** A contestant where it is served, and the browser that visits it. */
export interface Stand {
  readonly rig: Rig;
  /** The folder of its build. */
  readonly folder: string;
  readonly tls: SelfSigned;
  /** How many times slower the processor is. */
  readonly slowDown: number;
  readonly launchOptions: LaunchOptions;
}

/** A new profile; the same one with every connection closed; one more tab beside that. */
export const VISITS = ["cold", "warm", "new tab"] as const;
export type Visit = (typeof VISITS)[number];

/** What a tab has of a sign-in, and the session at the issuer. */
export interface SignedIn {
  readonly cookies: Awaited<ReturnType<BrowserContext["cookies"]>>;
  readonly session: Readonly<Record<string, string>>;
  readonly local: Readonly<Record<string, string>>;
}

/** Signs somebody in, once, to be put into the profile of each visit. */
export async function signIn(stand: Stand): Promise<SignedIn> {
  return inNewProfile(stand, async (context) => {
    const page = await openSlowTab(context, 1);
    await page.goto(await newAddress(stand));
    await page.getByLabel("Email").fill("ada@example.com");
    await page.getByLabel("Password").fill("see-everything");
    await standsAtMs(page, () => page.getByRole("button", { name: "Sign in" }).click());
    const { session, local } = await page.evaluate(() => ({
      session: Object.fromEntries(Object.entries(sessionStorage)),
      // The tokens alone: what else a visit leaves behind is no part of a cold one.
      local: Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith("oidc."))),
    }));
    return { cookies: await context.cookies(), session, local };
  });
}

/**
 * The three visits to a contestant, each of a deployment that the browser has not seen.
 * @param signedIn as whom; a guest where absent
 */
export async function visitAll(stand: Stand, signedIn?: SignedIn): Promise<Record<Visit, VisitFigures>> {
  return inNewProfile(stand, async (context) => {
    const { slowDown, folder } = stand;
    const visit = async (page: Page, spared?: () => Promise<number>) =>
      timeVisit(page, await newAddress(stand), folder, spared);
    const page = await openSlowTab(context, slowDown);
    if (signedIn) {
      await context.addCookies([...signedIn.cookies]);
      await page.addInitScript(bringIn, { ...signedIn, origin: stand.rig.origin });
    }
    const cold = await visit(page);
    await page.goto("about:blank");
    stand.rig.dropConnections();
    const warm = await visit(page);
    // As if the new tab had waited for all that the other one does.
    const spared = await standBy(page, slowDown);
    return { cold, warm, "new tab": await visit(await openSlowTab(context, slowDown), spared) };
  });
}

/** Runs in the page, before the site's scripts. */
function bringIn({ session, local, origin }: Omit<SignedIn, "cookies"> & { origin: string }): void {
  if (location.origin !== origin || sessionStorage.length > 0) return;
  for (const [key, value] of Object.entries(session)) sessionStorage.setItem(key, value);
  for (const [key, value] of Object.entries(local)) localStorage.setItem(key, value);
}

async function newAddress({ rig }: Stand): Promise<string> {
  return addressOf(rig, await rig.emulator.start("ec2-failing", { moment: "failed" }));
}

/** Not in Playwright's default context, which ignores preconnect. */
async function inNewProfile<Result>(
  { rig, tls, launchOptions }: Stand,
  use: (context: BrowserContext) => Promise<Result>,
): Promise<Result> {
  const profile = mkdtempSync(join(tmpdir(), "deploywatch-bench-"));
  rig.dropConnections();
  const context = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    args: [...(launchOptions.args ?? []), `--ignore-certificate-errors-spki-list=${tls.fingerprint}`],
  });
  try {
    return await use(context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
