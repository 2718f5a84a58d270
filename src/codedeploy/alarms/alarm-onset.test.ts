import { describe, expect, test } from "vitest";
import type { Alarm, AlarmChange } from "./alarm.ts";
import { alarmOnset, onsetWindow } from "./alarm-onset.ts";

const CREATED = 1_800_000_000_000;
const ENDED = CREATED + 300_000;
const DEPLOYMENT = { createTime: CREATED, completeTime: ENDED };

function change(atMs: number, from: string, to: string, reason?: string): AlarmChange {
  return {
    AlarmName: "errors",
    Timestamp: atMs,
    HistorySummary: `Alarm updated from ${from} to ${to}`,
    HistoryData: JSON.stringify({ version: "1.0", newState: { stateValue: to, stateReason: reason } }),
  };
}

const NOW: Alarm = {
  name: "errors",
  state: "In alarm",
  isFiring: true,
  reason: "Threshold Crossed",
  sinceMs: ENDED - 1000,
  condition: undefined,
  doubt: undefined,
};

describe("when an alarm went into alarm", () => {
  test("is its last change to ALARM before the deployment ended", () => {
    const changes = [
      change(ENDED + 200_000, "OK", "ALARM", "much later"),
      change(ENDED - 10_000, "OK", "ALARM", "too many errors"),
      change(ENDED - 60_000, "ALARM", "OK"),
      change(ENDED - 90_000, "OK", "ALARM", "earlier"),
    ];
    const expected = { atMs: ENDED - 10_000, reason: "too many errors", isOlder: false };
    expect(alarmOnset(DEPLOYMENT, changes, undefined)).toEqual(expected);
    expect(alarmOnset(DEPLOYMENT, changes.toReversed(), undefined)).toEqual(expected);
  });

  test("is not one that the alarm came back from before the end, nor one after that while it was in alarm", () => {
    const older = [change(CREATED - 7200, "OK", "ALARM"), change(CREATED - 3600, "ALARM", "OK")];
    expect(alarmOnset(DEPLOYMENT, older, undefined)).toBeUndefined();
    expect(alarmOnset(DEPLOYMENT, [...older, change(ENDED + 500, "OK", "ALARM")], undefined)?.atMs).toBe(
      ENDED + 500,
    );
    const again = [
      change(ENDED - 10_000, "OK", "ALARM"),
      change(ENDED + 5_000, "ALARM", "OK"),
      change(ENDED + 30_000, "OK", "ALARM"),
    ];
    expect(alarmOnset(DEPLOYMENT, again, undefined)?.atMs).toBe(ENDED - 10_000);
  });

  test("may lie before the deployment was created", () => {
    const onset = alarmOnset(DEPLOYMENT, [change(CREATED - 1, "OK", "ALARM")], undefined);
    expect(onset).toEqual({ atMs: CREATED - 1, reason: undefined, isOlder: true });
  });

  test.each(["{", "null", "[]", '{"newState":[]}', '{"newState":{"stateValue":7}}'])(
    "is read from the summary where the data is no JSON, or says nothing: %s",
    (HistoryData) => {
      const changes = [{ ...change(ENDED, "OK", "ALARM"), HistoryData }];
      expect(alarmOnset(DEPLOYMENT, changes, undefined)?.atMs).toBe(ENDED);
    },
  );

  test("is, without a history, since when it has been in alarm, unless that is after the end", () => {
    expect(alarmOnset(DEPLOYMENT, [], NOW)).toEqual({
      atMs: ENDED - 1000,
      reason: "Threshold Crossed",
      isOlder: false,
    });
    expect(alarmOnset(DEPLOYMENT, [], { ...NOW, sinceMs: ENDED + 120_000 })).toBeUndefined();
    expect(alarmOnset(DEPLOYMENT, [], { ...NOW, isFiring: false })).toBeUndefined();
  });

  test("is not known where AWS does not say when the deployment ended", () => {
    expect(alarmOnset({ createTime: CREATED }, [change(CREATED, "OK", "ALARM")], NOW)).toBeUndefined();
    expect(onsetWindow({ createTime: CREATED })).toBeUndefined();
  });
});

test("its history is looked through from a day before the deployment to a minute after its end", () => {
  expect(onsetWindow(DEPLOYMENT)).toEqual({ fromMs: CREATED - 86_400_000, untilMs: ENDED + 60_000 });
  expect(onsetWindow({ completeTime: ENDED })?.fromMs).toBe(ENDED - 86_400_000);
});
