import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { installDebianPackages, run } from "./debian-packages.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/**
 * A Chromium to test with: `CHROMIUM_PATH`, one that is on the machine, Playwright's own, Playwright's download,
 * Debian's package; the first of these that is to be had.
 *
 * @returns its path
 * @throws when there is none, with a sentence that says what to do
 */
export function findOrInstallChromium(): string {
  const path = process.env["CHROMIUM_PATH"] ?? onMachine() ?? downloaded() ?? fromDebian();
  if (path !== undefined) return path;
  throw new Error("No Chromium to test with. Install Chromium or Chrome, or set CHROMIUM_PATH to one.");
}

function onMachine(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), MAC];
  return [...candidates, chromium.executablePath()].find((path) => existsSync(path));
}

function downloaded(): string | undefined {
  const isInstalled = run(["npx", "playwright", "install", "chromium"], {
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000",
  });
  return isInstalled && existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

function fromDebian(): string | undefined {
  return installDebianPackages("chromium", "fonts-liberation") ? onMachine() : undefined;
}
