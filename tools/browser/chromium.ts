import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
/** The same browser, with no windows of its own around the pages: a visit takes a sixth less of processor time. */
const HEADLESS_SHELL = "chromium-headless-shell";
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/**
 * Looks for a Chromium to test with: `CHROMIUM_PATH`, then one on the machine, then Playwright's own.
 *
 * @returns its path; `undefined` when there is none
 */
export function findChromium(): string | undefined {
  return (
    process.env["CHROMIUM_PATH"] ?? onMachine([...NAMES.flatMap(inPath), MAC, chromium.executablePath()])
  );
}

/**
 * The same for tests of what a page says and does, which go to Chromium's headless shell where the machine has it. The shell
 * refuses notifications: e2e/whole-browser.ts.
 *
 * @returns its path; `undefined` when there is none
 */
export function findChromiumForTests(): string | undefined {
  return process.env["CHROMIUM_PATH"] ?? onMachine(inPath(HEADLESS_SHELL)) ?? findChromium();
}

function inPath(name: string): string[] {
  return (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, name));
}

function onMachine(paths: readonly string[]): string | undefined {
  return paths.find((path) => existsSync(path));
}
