import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** WebKitGTK's parts: its driver, the browser that it drives, and a screen for that where there is none. */
export interface WebKit {
  driver: string;
  browser: string;
  screen: string;
}

/** Debian's Firefox, or the one that `FIREFOX_PATH` names; `undefined` when there is none. */
export function findFirefox(): string | undefined {
  return process.env["FIREFOX_PATH"] ?? onPath("firefox-esr");
}

/** Debian's WebKitGTK; `undefined` when a part of it is missing. */
export function findWebKit(): WebKit | undefined {
  const [driver, screen] = [onPath("WebKitWebDriver"), onPath("Xvfb")];
  const browser = foldersOf("/usr/lib")
    .flatMap((folder) =>
      ["webkit2gtk-4.1", "webkit2gtk-4.0"].map((name) => join(folder, name, "MiniBrowser")),
    )
    .find((path) => existsSync(path));
  return driver !== undefined && screen !== undefined && browser !== undefined
    ? { driver, browser, screen }
    : undefined;
}

function onPath(name: string): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

function foldersOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
}
