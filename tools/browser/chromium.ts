import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/**
 * Looks for a Chromium to test with: `CHROMIUM_PATH`, then one on the machine, then Playwright's own.
 *
 * @returns its path; `undefined` when there is none
 */
export function findChromium(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), MAC];
  return (
    process.env["CHROMIUM_PATH"] ??
    [...candidates, chromium.executablePath()].find((path) => existsSync(path))
  );
}
