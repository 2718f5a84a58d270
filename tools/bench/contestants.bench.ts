import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "@playwright/test";
import { percentile } from "../load/report.ts";
import type { Contestant } from "./build-contestants.ts";
import { buildContestants, CONTESTANTS } from "./build-contestants.ts";
import type { Stand, Visit } from "./contestant-visits.ts";
import { signIn, visitAll, VISITS } from "./contestant-visits.ts";
import { startRig } from "./rig.ts";
import { selfSigned } from "./self-signed.ts";
import { printTable } from "./table.ts";
import type { VisitFigures } from "./timed-visit.ts";

/** `BENCH_RUNS=1` takes one. */
const RUNS = Number(process.env["BENCH_RUNS"] ?? 7);

const NETWORKS = [
  { name: "150 ms, 1.6 Mbit/s, 4 × slower CPU", roundTripMs: 150, bytesPerSecond: 200_000, slowDown: 4 },
  { name: "40 ms, 20 Mbit/s", roundTripMs: 40, bytesPerSecond: 2_500_000, slowDown: 1 },
];

/** A line of the table, and whose figure Deploywatch's is held against. */
interface Row {
  readonly label: string;
  readonly figure: keyof VisitFigures;
  readonly visits: readonly Visit[];
  readonly digits: number;
  readonly to: readonly Contestant[];
}

const ROWS: readonly Row[] = [
  { label: "status, ms", figure: "statusMs", visits: VISITS, digits: 0, to: ["floor", "plain"] },
  {
    label: "first paint, ms",
    figure: "firstPaintMs",
    visits: ["cold", "warm"],
    digits: 0,
    to: ["empty", "plain"],
  },
  { label: "layout shift", figure: "layoutShift", visits: VISITS, digits: 4, to: [] },
  { label: "JS + CSS, bytes gzip", figure: "bytes", visits: ["cold"], digits: 0, to: ["plain"] },
];

type Seen = Record<Contestant, Record<Visit, VisitFigures>[]>;

for (const network of NETWORKS) {
  for (const access of ["guest", "signed in"] as const) {
    test(`${access}, ${network.name}: beside the floor and a plain build of the same packages`, async ({}, info) => {
      info.setTimeout((RUNS + 2) * 240_000);
      const folder = mkdtempSync(join(tmpdir(), "deploywatch-contestants-"));
      const folders = await buildContestants(folder);
      const tls = selfSigned();
      const launchOptions = info.project.use.launchOptions ?? {};
      const hasSignIn = access === "signed in";
      const standOf = async (contestant: Contestant): Promise<Stand> => ({
        rig: await startRig({ ...network, tls }, { folder: folders[contestant], hasSignIn }),
        folder: folders[contestant],
        tls,
        slowDown: network.slowDown,
        launchOptions,
      });
      // Nobody signs in to an empty page.
      const contestants = CONTESTANTS.filter((contestant) => !hasSignIn || contestant !== "empty");
      const seen: Seen = { floor: [], plain: [], empty: [], Deploywatch: [] };
      const stands = [];
      for (const contestant of contestants) {
        const stand = await standOf(contestant);
        stands.push({ contestant, stand, signedIn: hasSignIn ? await signIn(stand) : undefined });
      }
      // In turns, so that other work on the machine meets all of them.
      for (let run = 0; run < RUNS; run++) {
        for (const { contestant, stand, signedIn } of stands) {
          seen[contestant].push(await visitAll(stand, signedIn));
        }
      }
      await Promise.all(stands.map(({ stand }) => stand.rig.close()));
      rmSync(folder, { recursive: true });
      printTable(`${access}, ${network.name}: medians of ${RUNS} runs, and the spread`, table(seen));
    });
  }
}

function table(seen: Seen): Record<string, string>[] {
  return ROWS.flatMap((row) =>
    row.visits.map((visit) => {
      const figures = (contestant: Contestant) => seen[contestant].map((run) => run[visit][row.figure]);
      const median = (contestant: Contestant) => percentile(figures(contestant), 0.5);
      const shown = (contestant: Contestant) => {
        const all = figures(contestant);
        if (all.length === 0) return "";
        const [least, middle, most] = [Math.min(...all), median(contestant), Math.max(...all)].map((value) =>
          value.toFixed(row.digits),
        );
        return least === most ? least : `${middle} (${least} to ${most})`;
      };
      const ratio = (contestant: Contestant) =>
        row.to.includes(contestant) && seen[contestant].length > 0
          ? (median("Deploywatch") / median(contestant)).toFixed(2)
          : "";
      return {
        visit: `${visit}: ${row.label}`,
        ...Object.fromEntries(CONTESTANTS.map((contestant) => [contestant, shown(contestant)])),
        "to floor": ratio("floor"),
        "to plain": ratio("plain"),
        "to empty": ratio("empty"),
      };
    }),
  );
}
