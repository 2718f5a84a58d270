import fc from "fast-check";
import { afterAll, expect, test, vi } from "vitest";
import { movedPercent } from "../../src/codedeploy/traffic/traffic-moved.ts";
import { knownTargets } from "../../src/codedeploy/targets/target-list.ts";
import { renderPage } from "../arbitrary/render-page.tsx";
import { pageOfAnswer, shownText, wholePage } from "../shown-text.ts";
import type { CoherentAnswer } from "./coherent-answer.ts";
import { coherentAnswer } from "./coherent-answer.ts";
import type { Shown } from "./claims.ts";
import { CLAIMS, never } from "./claims.ts";
import { STRIP_CLAIMS } from "./strip-claims.ts";
import { UNTRUE_OF_INSTANCES } from "./untrue-of-instances.ts";
import { UNTRUE_OF_TRAFFIC } from "./untrue-of-traffic.ts";

afterAll(() => {
  vi.unstubAllGlobals();
});

async function shown({ platform, status, deployment, targets, config }: CoherentAnswer): Promise<Shown> {
  const isBefore = status === "Created" || status === "Queued";
  const page = { ...pageOfAnswer(deployment, isBefore ? undefined : targets), config };
  const text = shownText(await wholePage(() => renderPage(page)));
  const known = knownTargets(page.list);
  return {
    text,
    status,
    platform,
    deployment,
    config,
    targets: known,
    percent: movedPercent(known),
  };
}

test("nothing that a page says is contradicted by its own answer", { timeout: 300_000 }, async () => {
  const claims = [...CLAIMS, ...STRIP_CLAIMS];
  const unseen = new Set(claims.filter(({ isTrue }) => isTrue !== never));
  await fc.assert(
    fc.asyncProperty(coherentAnswer, async (answer) => {
      const page = await shown(answer);
      const made = claims.filter(({ words }) => words.test(page.text));
      for (const claim of made) unseen.delete(claim);
      const wrong = made.filter(({ isTrue }) => !isTrue(page));
      expect(wrong.map(({ words }) => `${words.source} in: ${page.text}`)).toEqual([]);
    }),
    { seed: 11, numRuns: 1400 },
  );
  expect(
    [...unseen].map(({ words }) => words.source),
    "sentences that no page has said",
  ).toEqual([]);
});

test.each(Object.entries({ ...UNTRUE_OF_INSTANCES, ...UNTRUE_OF_TRAFFIC }))(
  "the page does not say %s",
  { timeout: 60_000 },
  async (_, row) => {
    const { text } = await shown(row.answer);
    expect(text).toMatch(row.instead);
    expect(text).not.toMatch(row.words);
  },
);
