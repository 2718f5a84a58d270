import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventBar, timeAxis, eventTiming } from "./event-time-axis.ts";
import { makeEvent, makeTarget } from "../../../testing/make-target.ts";

describe("when an event ran", () => {
  test.each([
    [
      { startMs: 5, endMs: 9 },
      { kind: "ran", startMs: 5, endMs: 9, lengthMs: 4 },
    ],
    [
      { startMs: 5, endMs: 5 },
      { kind: "ran", startMs: 5, endMs: 5, lengthMs: 0 },
    ],
    [
      { startMs: 5, status: "InProgress" },
      { kind: "running", sinceMs: 5 },
    ],
    [
      { startMs: 5, status: "Hovering" },
      { kind: "running", sinceMs: 5 },
    ],
    [
      { startMs: 5, status: "Failed" },
      { kind: "started", startMs: 5 },
    ],
    [{ endMs: 9 }, { kind: "ended", endMs: 9 }],
    [
      { startMs: 9, endMs: 5 },
      { kind: "reversed", startMs: 9, endMs: 5 },
    ],
    [{ status: "Skipped" }, { kind: "none" }],
  ])("%j: %j", (members, timing) => {
    expect(eventTiming(makeEvent("Install", members))).toEqual(timing);
  });
});

describe("the time axis", () => {
  const target = makeTarget({
    events: [
      makeEvent("Install", { status: "Succeeded", startMs: 10_000, endMs: 20_000 }),
      makeEvent("ValidateService", { status: "InProgress", startMs: 20_000 }),
      makeEvent("AfterInstall", { status: "Skipped" }),
    ],
  });

  test("reaches from the first beginning to now while an event runs", () => {
    const axis = timeAxis([target], 50_000);
    expect(axis).toMatchObject({ startMs: 10_000, endMs: 50_000 });
    expect(axis?.ticks.map(({ atMs }) => atMs - 10_000)).toEqual([0, 10_000, 20_000, 30_000, 40_000]);
  });

  test("gives each event its share, and none to one that never ran", () => {
    const axis = timeAxis([target], 50_000);
    const bars = axis && target.events.map((event) => eventBar(eventTiming(event), axis, 50_000));
    expect(bars).toEqual([
      { from: 0, to: 0.25, isRunning: false },
      { from: 0.25, to: 1, isRunning: true },
      undefined,
    ]);
  });

  test("is not there before anything has begun", () => {
    expect(timeAxis([makeTarget()], 5)).toBeUndefined();
  });

  test("never gives a share outside of itself, whatever the clocks say", () => {
    const atMs = fc.option(fc.integer({ min: 0, max: 253_402_300_799_999 }), { nil: undefined });
    const events = fc.array(
      fc.record({
        startMs: atMs,
        endMs: atMs,
        status: fc.constantFrom("InProgress", "Succeeded", "Skipped"),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(events, fc.integer({ min: 0, max: 4e12 }), (members, nowMs) => {
        const { events: made } = makeTarget({ events: members.map((own) => makeEvent("Install", own)) });
        const axis = timeAxis([makeTarget({ events: made })], nowMs);
        const bars = axis ? made.map((event) => eventBar(eventTiming(event), axis, nowMs)) : [];
        const isInside = bars.every((bar) => !bar || (bar.from >= 0 && bar.from <= bar.to && bar.to <= 1));
        expect(isInside).toBe(true);
        for (const { share } of axis?.ticks ?? []) expect(share >= 0 && share <= 1).toBe(true);
        expect(axis?.ticks.length ?? 1).toBeLessThanOrEqual(8);
      }),
    );
  });
});
