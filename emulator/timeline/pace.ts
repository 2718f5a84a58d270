import type { Partner, Scenario, Snapshot, TargetState } from "./scenario.ts";

/**
 * The same scenario slower or faster: every time that it tells is so many times as far from its creation.
 * @param pace 2 takes twice as long
 */
export function atPace(scenario: Scenario, pace: number): Scenario {
  // What it is made of, and what acts on that, keeps the old times: nobody can act on it.
  const { play: _, ...rest } = scenario;
  return {
    ...rest,
    lengthMs: scenario.lengthMs * pace,
    moments: scaled(scenario.moments, (atMs) => atMs * pace),
    partners: scaled(scenario.partners, ({ scenario: partner, startsAtMs }): Partner => ({
      scenario: atPace(partner, pace),
      startsAtMs: startsAtMs * pace,
    })),
    at(atMs, setting): Snapshot {
      const { info, targets, ...snapshot } = scenario.at(atMs / pace, setting);
      const createdAt = setting.createdAtMs / 1000;
      return {
        ...snapshot,
        info: moved(info, createdAt, pace),
        targets: targets.map((target) => targetAtPace(target, createdAt, pace)),
      };
    },
  };
}

function targetAtPace(target: TargetState, createdAt: number, pace: number): TargetState {
  return { ...target, describe: () => moved(target.describe(), createdAt, pace) };
}

function scaled<Value, Made>(
  record: Readonly<Record<string, Value>>,
  make: (value: Value) => Made,
): Readonly<Record<string, Made>> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, make(value)]));
}

/** The members that are times, as AWS names them: `createTime`, `lastUpdatedAt`. */
const IS_TIME = /(?:Time|At)$/;

/** Moves every time in a value away from the creation, both in epoch seconds. */
function moved<Value>(value: Value, createdAt: number, pace: number): Value;
function moved(value: unknown, createdAt: number, pace: number): unknown {
  if (Array.isArray(value)) return value.map((item) => moved(item, createdAt, pace));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]: [string, unknown]) => [
      name,
      typeof member === "number" && IS_TIME.test(name)
        ? Math.round((createdAt + (member - createdAt) * pace) * 1000) / 1000
        : moved(member, createdAt, pace),
    ]),
  );
}
