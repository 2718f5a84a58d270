import fc from "fast-check";
import { renderToString } from "react-dom/server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { PatienceContext } from "../../src/pages/deployment/settled.tsx";
import { OpenedSnapshot } from "../../src/pages/snapshot/OpenedSnapshot.tsx";
import { readSnapshot } from "../../src/queries/snapshot/read-snapshot.ts";
import type { Snapshot } from "../../src/queries/snapshot/snapshot-schema.ts";
import { casesOf } from "../cases.ts";
import { memoryStorage } from "../memory-storage.ts";
import { shownText, wholePage } from "../shown-text.ts";
import { KEPT_PAGES } from "./kept-pages.ts";
import { mutatedFile } from "./mutations.ts";

const CASES = casesOf({ full: 10_000, first: 1_000 });

const asked = vi.fn<() => void>(() => {
  throw new Error("A snapshot asks nobody.");
});
beforeAll(() => {
  vi.stubGlobal(
    "location",
    new URL("https://deploys.example/snapshot?tz=utc&target=i-1&event=ValidateService"),
  );
  vi.stubGlobal("matchMedia", () => ({ matches: true }));
  vi.stubGlobal("localStorage", memoryStorage());
  vi.stubGlobal("document", { documentElement: { dataset: {} } });
  vi.stubGlobal("fetch", asked);
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const render = (snapshot: Snapshot) =>
  renderToString(
    <PatienceContext value={0}>
      <OpenedSnapshot snapshot={snapshot} />
    </PatienceContext>,
  );

function readPage(page: object): Snapshot {
  const read = readSnapshot(JSON.stringify(page));
  if ("fault" in read) throw new Error(read.fault.detail);
  return read.snapshot;
}

test("files as the page writes them are shown whole", async () => {
  const [instances = "", tasks = ""] = await Promise.all(
    KEPT_PAGES.map(async (page) => shownText(await wholePage(() => render(readPage(page))))),
  );
  for (const said of [/ended with exit code 7/, /no space left/, /usually 3m/, /In alarm since/])
    expect(instances).toMatch(said);
  for (const said of [/web exited with code 1/, /unable to place a task/, /health check|Request timed out/])
    expect(tasks).toMatch(said);
});

async function outcomeOf(read: ReturnType<typeof readSnapshot>): Promise<string> {
  if ("fault" in read) return `refused: ${read.fault.title}: ${read.fault.detail}`;
  return `shown: ${await wholePage(() => render(read.snapshot))}`;
}

test(
  `${CASES.toLocaleString("en")} files that were changed are refused with a path or shown whole, and nobody is asked`,
  { timeout: 600_000 },
  async () => {
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(mutatedFile, async (text) => {
        const read = readSnapshot(text);
        if ("snapshot" in read) shown += 1;
        expect(await outcomeOf(read)).toMatch(/^refused: This .*: .+|^shown: .*not live.*Raw/s);
      }),
      { seed: 17, numRuns: CASES },
    );
    expect(asked).not.toHaveBeenCalled();
    // Both are proved: many are refused, and many are shown.
    expect(shown).toBeGreaterThan(CASES * 0.1);
    expect(shown).toBeLessThan(CASES * 0.9);
  },
);
