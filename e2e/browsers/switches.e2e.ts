import { chromium } from "@playwright/test";
import { findChromium } from "../../tools/browser/chromium.ts";
import { CHROMIUM_SWITCHES } from "../../tools/browser/chromium-switches.ts";
import { expect, test } from "../fixtures.ts";

test("Chromium is started with all off that Playwright turns off", async () => {
  const executablePath = findChromium();
  const server = await chromium.launchServer({
    args: ["--no-sandbox"],
    ...(executablePath !== undefined && { executablePath }),
  });
  const playwrights = featuresOff(server.process().spawnargs);
  await server.close();
  expect(playwrights.length).toBeGreaterThan(0);
  expect(featuresOff(CHROMIUM_SWITCHES)).toEqual(expect.arrayContaining(playwrights));
});

function featuresOff(switches: readonly string[]): string[] {
  const [, names = ""] = switches.findLast((one) => one.startsWith("--disable-features="))?.split("=") ?? [];
  return names.split(",").filter(Boolean);
}
