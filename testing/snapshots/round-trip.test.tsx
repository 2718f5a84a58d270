// @vitest-environment jsdom
import { afterAll, beforeAll, expect, test } from "vitest";
import { SCENARIOS } from "../../emulator/scenarios/catalogue.ts";
import { ALL_REDACTED, redact } from "../../src/codedeploy/sharing/redaction.ts";
import { casesOf } from "../cases.ts";
import { startClock, stopDates } from "../stopped-clock.ts";
import { emulatorForTests } from "../test-emulator.ts";
import { bothPages, browserParts, keptPage, opened } from "./page-texts.tsx";

const NOW = Date.UTC(2026, 10, 26, 14, 5, 10);
const emulator = emulatorForTests(() => NOW);
// The process has the emulator's date: with another, each service would refuse its first request, which is sent again after half a second.
beforeAll(() => {
  stopDates(NOW);
  browserParts();
});
afterAll(() => {
  startClock();
  history.replaceState(null, "", "/");
  localStorage.clear();
  sessionStorage.clear();
});

/** Each scenario in its middle, where it has more than two moments, else at its end. */
const CASES = [...new Set(SCENARIOS)].map(({ name, moments }) => {
  const names = Object.keys(moments);
  return { name, moment: names.length > 2 ? names[names.length >> 1] : names.at(-1) };
});

test.each(CASES.slice(0, casesOf({ full: CASES.length, first: 10 })))(
  "a snapshot of $name ($moment) shows what the page shows",
  async ({ name, moment }) => {
    const deployment = await emulator.control.start(name, moment === undefined ? {} : { moment });
    const { live, kept, snapshot } = await bothPages(emulator, deployment, NOW);
    expect(kept).toEqual(live);
    // With everything left out that can be, it is a whole page still, and asks nobody.
    const asked = await emulator.control.requests();
    const parts = await keptPage(opened(redact(snapshot, ALL_REDACTED).value), live.length);
    expect(parts.join("\n")).not.toMatch(/could not be shown|could not be loaded/);
    expect(await emulator.control.requests()).toHaveLength(asked.length);
  },
);
