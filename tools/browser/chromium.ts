import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

/** Chromium without windows, which tests do not need: they take a fifth less processor time in it. */
const SHELL = "chromium-headless-shell";
const WHOLE = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/**
 * Looks for a Chromium to test with: `CHROMIUM_PATH`, then one on the machine, then Playwright's own.
 *
 * @param use.isMeasured whether it must be as people have it, where there is such a one: with windows
 * @returns its path; `undefined` when there is none
 */
export function findChromium({ isMeasured = false } = {}): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const onPath = (names: readonly string[]) =>
    names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const whole = [...onPath(WHOLE), MAC];
  const candidates = isMeasured ? [...whole, ...onPath([SHELL])] : [...onPath([SHELL]), ...whole];
  return (
    process.env["CHROMIUM_PATH"] ??
    [...candidates, chromium.executablePath()].find((path) => existsSync(path))
  );
}
