import type { LaunchOptions } from "@playwright/test";

/** What Playwright turns off itself, as e2e/browsers/switches.e2e.ts compares: Chromium heeds only the last of these switches. */
const PLAYWRIGHTS_OFF: readonly string[] = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "DialMediaRouteProvider",
  "GlobalMediaControls",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "BlockOriginHeaderModificationOnRedirect",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "Translate",
  "AutoDeElevate",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "msForceBrowserSignIn",
  "msEdgeUpdateLaunchServicesPreferredVersion",
];

/**
 * Pages that Chromium prepares with each window and that no test sees: those for the address bar's suggestions, and an empty one
 * for the next address. They cost three quarters of what a new window does (0.9 s of processor time without, 0.2 s with these).
 */
const SPARE_PAGES: readonly string[] = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxFullPopup",
  "SpareRendererForSitePerProcess",
];

/** What Chromium is started with for each browser test, measurement and screenshot. */
export const CHROMIUM_SWITCHES: readonly string[] = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // A name for this machine that browsers do not trust without TLS.
  "--host-resolver-rules=MAP insecure.example 127.0.0.1",
  `--disable-features=${[...PLAYWRIGHTS_OFF, ...SPARE_PAGES].join(",")}`,
];

/**
 * How Playwright starts a Chromium.
 *
 * @param executablePath absent for Playwright's own
 * @param more switches of one use
 */
export function launchOptions(executablePath: string | undefined, ...more: readonly string[]): LaunchOptions {
  return { ...(executablePath !== undefined && { executablePath }), args: [...CHROMIUM_SWITCHES, ...more] };
}
