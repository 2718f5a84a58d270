import type { Browser } from "@playwright/test";
import { test } from "@playwright/test";
import { percentile } from "../load/report.ts";
import type { Rig } from "./rig.ts";
import { startRig } from "./rig.ts";
import { selfSigned } from "./self-signed.ts";
import { printTable } from "./table.ts";

const RUNS = 5;
const SLOW_CPU = 4;
const ROUND_TRIP_MS = 150;
/** 1.6 Mbit/s. */
const BYTES_PER_SECOND = 200_000;

/** What has to be there for a page to be readable, as a selector. */
const READABLE = {
  deployment: "[aria-label=Status]",
  group: '[aria-label="Deployments, newest first"] li',
};

test("when a group's page of 50 deployments is readable, beside a deployment's page", async ({ browser }) => {
  const rig = await startRig({
    roundTripMs: ROUND_TRIP_MS,
    tls: selfSigned(),
    bytesPerSecond: BYTES_PER_SECOND,
  });
  const names = { applicationName: "shop", deploymentGroupName: "prod" };
  const { region, deploymentId } = await rig.emulator.start("ec2-succeeded", {
    ...names,
    moment: "done",
    history: 60,
  });
  const times: Record<keyof typeof READABLE, number[]> = { deployment: [], group: [] };
  // By turns: what else the machine does meets both.
  for (let run = 0; run < RUNS; run++) {
    times.deployment.push(await readableAtMs(browser, rig, `${region}/${deploymentId}`, READABLE.deployment));
    times.group.push(await readableAtMs(browser, rig, `${region}/applications/shop/prod`, READABLE.group));
  }
  await rig.close();
  const middle = { deployment: percentile(times.deployment, 0.5), group: percentile(times.group, 0.5) };
  printTable("From navigation to a readable page, cold, guest", [
    { page: "deployment", "median ms": Math.round(middle.deployment), spread: spread(times.deployment) },
    { page: "group", "median ms": Math.round(middle.group), spread: spread(times.group) },
    { page: "group to deployment", "median ms": (middle.group / middle.deployment).toFixed(2), spread: "" },
  ]);
});

/** When something of the page is there for the first time, in milliseconds since the navigation; with nothing cached. */
async function readableAtMs(browser: Browser, rig: Rig, path: string, selector: string): Promise<number> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const page = await context.newPage();
  const device = await context.newCDPSession(page);
  await device.send("Emulation.setCPUThrottlingRate", { rate: SLOW_CPU });
  rig.dropConnections();
  await page.goto(`${rig.origin}/${path}`, { waitUntil: "commit" });
  const at = await page.waitForFunction((wanted) => {
    const shown = document.querySelector(wanted);
    return shown !== null && performance.now();
  }, selector);
  const ms = Number(await at.jsonValue());
  await context.close();
  return ms;
}

function spread(values: readonly number[]): string {
  return `${Math.round(Math.min(...values))} to ${Math.round(Math.max(...values))}`;
}
