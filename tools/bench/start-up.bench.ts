import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { chromium, test } from "@playwright/test";
import { startRig } from "./rig.ts";
import { selfSigned } from "./self-signed.ts";
import { noteStanding, standsAtMs } from "./standing.ts";
import { printTable } from "./table.ts";

/** So long that the processor's work in between is less than one of them. */
const ROUND_TRIP_MS = 1_000;
const RUNS = 3;

/** One request as the page saw it, in milliseconds since navigation. */
interface Timed {
  readonly name: string;
  readonly startMs: number;
  readonly endMs: number;
}

interface Visit {
  readonly standsMs: number;
  readonly timings: readonly Timed[];
  /** What reached AWS, preflights included. */
  readonly awsRequests: readonly string[];
}

test("round trips from navigation to the visible status", async ({}, testInfo) => {
  testInfo.setTimeout(300_000);
  const visits = await fastestVisits(testInfo.project.use.launchOptions ?? {});
  const row = (visit: "cold" | "warm") => ({
    visit,
    "round trips": Math.floor(visits[visit].standsMs / ROUND_TRIP_MS),
    "and ms": Math.round(visits[visit].standsMs % ROUND_TRIP_MS),
    "requests to AWS": visits[visit].awsRequests.join(" "),
  });
  printTable("From navigation to the visible status", [row("cold"), row("warm")]);
  for (const visit of ["cold", "warm"] as const) {
    printTable(
      `Requests of a ${visit} visit, in round trips since navigation`,
      visits[visit].timings.map(({ name, startMs, endMs }) => ({
        request: name,
        start: round(startMs / ROUND_TRIP_MS),
        end: round(endMs / ROUND_TRIP_MS),
      })),
    );
  }
});

/** The fastest visit of each kind, since other work on the machine only ever adds; every cold one has a browser profile of its own. */
async function fastestVisits(options: object): Promise<{ cold: Visit; warm: Visit }> {
  const cold: Visit[] = [];
  const warm: Visit[] = [];
  for (let run = 0; run < RUNS; run++) {
    const visits = await coldAndWarm(options);
    cold.push(visits.cold);
    warm.push(visits.warm);
  }
  return { cold: fastest(cold), warm: fastest(warm) };
}

async function coldAndWarm(options: { args?: string[] }): Promise<{ cold: Visit; warm: Visit }> {
  const tls = selfSigned();
  const rig = await startRig({ roundTripMs: ROUND_TRIP_MS, tls });
  const profile = mkdtempSync(join(tmpdir(), "deploywatch-bench-"));
  // Not Playwright's default context, which ignores preconnect.
  const context = await chromium.launchPersistentContext(profile, {
    ...options,
    args: [...(options.args ?? []), `--ignore-certificate-errors-spki-list=${tls.fingerprint}`],
  });
  try {
    const { region, deploymentId } = await rig.emulator.start("ec2-failing", { moment: "failed" });
    const visit = async (): Promise<Visit> => {
      const before = (await rig.emulator.requests()).length;
      const seen = await see(context, `${rig.origin}/${region}/${deploymentId}`);
      const requests = (await rig.emulator.requests()).slice(before);
      return { ...seen, awsRequests: requests.map(({ method, operation }) => operation ?? method) };
    };
    const cold = await visit();
    rig.dropConnections();
    return { cold, warm: await visit() };
  } finally {
    await context.close();
    await rig.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Opens an address in a new tab and closes it once it stands. */
async function see(context: BrowserContext, url: string): Promise<Pick<Visit, "standsMs" | "timings">> {
  const page = await context.newPage();
  // A browser that has just been started is still busy with its own start-up.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  await noteStanding(page);
  const standsMs = await standsAtMs(page, () => page.goto(url));
  const timings = await timingsOf(page);
  await page.close();
  return { standsMs, timings: timings.filter(({ endMs }) => endMs <= standsMs) };
}

function timingsOf(page: Page): Promise<Timed[]> {
  return page.evaluate(() =>
    performance
      .getEntries()
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .map(({ name, entryType, startTime, responseEnd }) => {
        const { host, pathname } = new URL(name);
        const path = host === location.host ? pathname : "AWS";
        return {
          name: entryType === "navigation" ? "the page" : path,
          startMs: startTime,
          endMs: responseEnd,
        };
      }),
  );
}

function fastest(visits: readonly Visit[]): Visit {
  return visits.reduce((best, visit) => (visit.standsMs < best.standsMs ? visit : best));
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
