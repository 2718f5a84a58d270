import { findChromium } from "./chromium.ts";
import { installDebianPackages, run } from "./debian-packages.ts";

// Run before the browser tests, benchmarks and screenshots: makes sure that there is a Chromium, and says which.

/** Ways to get a Chromium, tried in this order until one is there. */
const WAYS = [
  {
    says: "Installing Playwright’s Chromium …",
    install: () =>
      run(["npx", "playwright", "install", "chromium"], { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000" }),
  },
  {
    says: "Installing Debian’s package of Chromium without windows …",
    install: () => installDebianPackages("chromium-headless-shell", "fonts-liberation"),
  },
  {
    says: "Installing Debian’s package of Chromium …",
    install: () => installDebianPackages("chromium", "fonts-liberation"),
  },
];

function findOrInstall(): string | undefined {
  for (const { says, install } of WAYS) {
    const found = findChromium();
    if (found !== undefined) return found;
    process.stdout.write(`No Chromium on this machine. ${says}\n`);
    install();
  }
  return findChromium();
}

const path = findOrInstall();
if (path === undefined)
  throw new Error("No Chromium to test with. Install Chromium or Chrome, or set CHROMIUM_PATH to one.");
process.stdout.write(`Using Chromium at ${path}\n`);
