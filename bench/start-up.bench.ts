import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { chromium, test } from "@playwright/test";
import { startRig } from "./rig.ts";
import { selfSigned } from "./self-signed.ts";
import { noteStanding, standsAtMs } from "./standing.ts";
import { printTable } from "./table.ts";

const NEAR_MS = 100;
const FAR_MS = 400;
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
  const near = await medianVisits(NEAR_MS, testInfo.project.use.launchOptions ?? {});
  const far = await medianVisits(FAR_MS, testInfo.project.use.launchOptions ?? {});
  const row = (visit: "cold" | "warm") => ({
    visit,
    "round trips": round((far[visit].standsMs - near[visit].standsMs) / (FAR_MS - NEAR_MS)),
    [`ms at ${NEAR_MS} ms`]: Math.round(near[visit].standsMs),
    [`ms at ${FAR_MS} ms`]: Math.round(far[visit].standsMs),
    "requests to AWS": far[visit].awsRequests.join(" "),
  });
  printTable("From navigation to the visible status", [row("cold"), row("warm")]);
  for (const visit of ["cold", "warm"] as const) {
    printTable(
      `Requests of a ${visit} visit, in round trips of ${FAR_MS} ms since navigation`,
      far[visit].timings.map(({ name, startMs, endMs }) => ({
        request: name,
        start: round(startMs / FAR_MS),
        end: round(endMs / FAR_MS),
      })),
    );
  }
});

/** The median visit of each kind; every cold one has a browser profile of its own. */
async function medianVisits(roundTripMs: number, options: object): Promise<{ cold: Visit; warm: Visit }> {
  const cold: Visit[] = [];
  const warm: Visit[] = [];
  for (let run = 0; run < RUNS; run++) {
    const visits = await coldAndWarm(roundTripMs, options);
    cold.push(visits.cold);
    warm.push(visits.warm);
  }
  return { cold: median(cold), warm: median(warm) };
}

async function coldAndWarm(
  roundTripMs: number,
  options: { args?: string[] },
): Promise<{ cold: Visit; warm: Visit }> {
  const tls = selfSigned();
  const rig = await startRig({ roundTripMs, tls });
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
  await noteStanding(page);
  await page.goto(url);
  const standsMs = await standsAtMs(page);
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

function median(visits: readonly Visit[]): Visit {
  const middle = visits.toSorted((one, other) => one.standsMs - other.standsMs)[
    Math.floor(visits.length / 2)
  ];
  if (!middle) throw new Error("No visit was measured.");
  return middle;
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
