import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startClock, stopClock } from "../../../testing/stopped-clock.ts";
import { LIVE_ACTION_KINDS } from "../../codedeploy/actions/action.ts";
import type { LiveActionKind } from "../../codedeploy/actions/action.ts";
import type { Fate } from "../../../testing/acting-browser.ts";
import { ActingBrowser, FATES } from "../../../testing/acting-browser.ts";
import type { Acting } from "./acting.ts";

beforeEach(stopClock);
afterEach(() => {
  vi.unstubAllGlobals();
  startClock();
});

/** Lets so much time pass, with all that it brings about. */
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

const lastOf = (acting: Acting) => acting.getSnapshot().at(-1);

describe("an action", () => {
  test.each(LIVE_ACTION_KINDS)("is sent once, whatever else is pressed: %s", async (kind) => {
    const browser = new ActingBrowser();
    const { acting } = browser.open();
    const other = browser.open();
    const all = [1, 2].map(() => acting.act({ kind, after: undefined }));
    all.push(other.acting.act({ kind, after: undefined }));
    await pass(5_000);
    const ended = await Promise.all(all);
    expect(browser.requests).toMatchObject([{ kind, wasWritten: true }]);
    expect(ended.filter(Boolean)).toHaveLength(1);
    expect(lastOf(other.acting)).toMatchObject({ kind, outcome: { state: "accepted" } });
  });

  test.each([
    ["answers", "accepted"],
    ["refuses", "refused"],
    ["acts-and-fails", "unknown"],
    ["acts-and-is-lost", "unknown"],
    ["loses", "unknown"],
    ["hangs", "unknown"],
    // The request never left: that is known.
    ["gives-no-credentials", "refused"],
  ] as const)("that AWS %s is %s, and is not sent a second time", async (fate, state) => {
    const browser = new ActingBrowser();
    const { acting } = browser.open();
    browser.fate = fate;
    const ended = acting.act({ kind: "stop", after: undefined });
    await pass(20_000);
    expect(await ended).toMatchObject({ outcome: { state } });
    expect(browser.attempts).toEqual([fate]);
    await pass(600_000);
    expect(browser.attempts).toEqual([fate]);
  });

  test("of a tab that is gone is not known, in every other tab and after a reload, and nothing sends it again", async () => {
    const browser = new ActingBrowser();
    const watching = browser.open();
    const { tab, acting } = browser.open();
    browser.fate = "hangs";
    void acting.act({ kind: "stop", after: undefined });
    await pass(2_000);
    expect(lastOf(watching.acting)?.outcome).toBeUndefined();
    browser.close(tab);
    const again = browser.open();
    await pass(1_000);
    for (const tabs of [watching, again]) expect(lastOf(tabs.acting)?.outcome).toEqual({ state: "unknown" });
    expect(browser.requests).toHaveLength(1);
  });

  test("of the only tab is not known after that was loaded anew", async () => {
    const browser = new ActingBrowser();
    const { tab, acting } = browser.open();
    browser.fate = "hangs";
    void acting.act({ kind: "stop", after: undefined });
    await pass(2_000);
    browser.close(tab);
    const again = browser.open();
    await pass(1_000);
    expect(lastOf(again.acting)?.outcome).toEqual({ state: "unknown" });
    expect(browser.readings).toEqual([again.tab]);
  });

  test("is kept with what AWS said of it, and the deployment is read again then, and not before", async () => {
    const browser = new ActingBrowser();
    const { tab, acting } = browser.open();
    const ended = acting.act({ kind: "stop", after: undefined });
    await pass(500);
    expect(browser.readings).toEqual([]);
    await pass(1_000);
    const outcome = { state: "accepted", status: "Pending", message: "No more commands" };
    expect((await ended)?.outcome).toEqual(outcome);
    expect(lastOf(browser.open().acting)?.outcome).toEqual(outcome);
    expect(browser.readings).toEqual([tab]);
  });

  test("that was asked for before another was done lapses", async () => {
    const browser = new ActingBrowser();
    const [one, other] = [browser.open(), browser.open()];
    void one.acting.act({ kind: "reroute", after: undefined });
    await pass(2_000);
    const late = other.acting.act({ kind: "stop", after: undefined });
    await pass(2_000);
    expect(await late).toBeUndefined();
    expect(browser.requests.map(({ kind }) => kind)).toEqual(["reroute"]);
  });
});

const tabNumber = fc.nat(2);
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("ask" as const),
      tab: tabNumber,
      kind: fc.constantFrom(...LIVE_ACTION_KINDS),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("confirm" as const),
      tab: tabNumber,
      times: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reload" as const), tab: tabNumber }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("pass" as const), ms: fc.constantFrom(1, 500, 1_000, 16_000) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("aws" as const), fate: fc.constantFrom(...FATES) }) },
);

test("whatever happens in which order, each intention is sent once at most, and no outcome is claimed that was not read", async () => {
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 60, size: "max" }), async (steps) => {
      const browser = new ActingBrowser();
      const tabs = [browser.open(), browser.open(), browser.open()];
      const asked = new Map<number, { kind: LiveActionKind; after: string | undefined }>();
      const confirmed = new Set<object>();
      for (const one of steps) {
        const page = "tab" in one ? tabs[one.tab] : undefined;
        if (one.do === "pass") await pass(one.ms);
        if (one.do === "aws") browser.fate = one.fate;
        if (page && one.do === "ask") {
          asked.set(one.tab, { kind: one.kind, after: lastOf(page.acting)?.id });
        }
        const intention = page && one.do === "confirm" ? asked.get(one.tab) : undefined;
        if (page && one.do === "confirm" && intention) {
          confirmed.add(intention);
          for (let click = 0; click < one.times; click += 1) void page.acting.act(intention);
        }
        if (page && one.do === "reload") {
          browser.close(page.tab);
          tabs[one.tab] = browser.open();
          asked.delete(one.tab);
        }
      }
      await pass(120_000);

      // Each request was written down before, and belongs to an intention of its own.
      expect(browser.attempts.length).toBeLessThanOrEqual(confirmed.size);
      expect(browser.requests.every(({ wasWritten }) => wasWritten)).toBe(true);
      const records = browser.open().acting.getSnapshot();
      // Older ones are not kept.
      fc.pre(browser.attempts.length <= 20);
      expect(records).toHaveLength(browser.attempts.length);
      for (const [index, { outcome }] of records.entries()) {
        const fate = browser.attempts[index];
        expect(outcome?.state).toBeOneOf(["unknown", fate === undefined ? "none" : READ[fate]]);
      }
      sent += browser.requests.length;
    }),
    { numRuns: 400 },
  );
  expect(sent).toBeGreaterThan(400);
}, 60_000);

/** What may be claimed of a request, besides that nothing is known of it. */
const READ: Readonly<Record<Fate, string>> = {
  answers: "accepted",
  refuses: "refused",
  "acts-and-fails": "unknown",
  "acts-and-is-lost": "unknown",
  loses: "unknown",
  hangs: "unknown",
  "gives-no-credentials": "refused",
};
