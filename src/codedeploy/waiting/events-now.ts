import { formatCount } from "../../format/counts.ts";
import { eventName } from "../targets/target-words.ts";
import { eventWait } from "./event-wait.ts";
import type { Target } from "../targets/target.ts";

/** How many targets are at one lifecycle event. */
interface EventTally {
  event: string;
  /** `before`: the event is the next one and has not begun. */
  place: "in" | "before";
  count: number;
}

/** The lifecycle events at which the targets in progress are, the one with the most targets first. */
export function eventsNow(targets: readonly Target[]): EventTally[] {
  const tallies = new Map<string, EventTally>();
  for (const target of targets) {
    const wait = eventWait(target);
    if (!wait) continue;
    const { event } = wait;
    const place = wait.kind === "begin" || wait.kind === "next" ? "before" : "in";
    const key = `${place} ${event}`;
    const tally = tallies.get(key) ?? { event, place, count: 0 };
    tallies.set(key, { ...tally, count: tally.count + 1 });
  }
  return [...tallies.values()].toSorted((one, other) => other.count - one.count);
}

const MOST_NAMED = 4;

/** "3 in AfterInstall, 2 in ApplicationStart"; `undefined` where no target is at an event. */
export function eventsNowWords(targets: readonly Target[]): string | undefined {
  const tallies = eventsNow(targets);
  if (tallies.length === 0) return undefined;
  const named = tallies
    .slice(0, MOST_NAMED)
    .map(({ event, place, count }) => `${formatCount(count)} ${place} ${eventName(event)}`);
  const rest = tallies.slice(MOST_NAMED).reduce((sum, { count }) => sum + count, 0);
  return [...named, ...(rest > 0 ? [`${formatCount(rest)} in other events`] : [])].join(", ");
}
