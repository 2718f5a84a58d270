import type { LifecycleEvent } from "./lifecycle-event.ts";
import type { Target } from "./target.ts";

/** One column of the matrix: an event that some target has. */
export interface EventColumn {
  /** Names the column in an address, too: the event's name, with a number where a target has it twice. */
  key: string;
  /** As AWS sent it; empty where AWS sent none. */
  name: string;
}

/**
 * A column for each event of the targets, in the order in which AWS sent them. Where targets have different
 * events, each stands before the one that follows it on its own target; those of original instances (`Blue`),
 * which come later, behind those of the replacement.
 *
 * @param fallback the event names to use while no target shows any
 */
export function eventColumns(targets: readonly Target[], fallback: readonly string[] = []): EventColumn[] {
  const columns: EventColumn[] = [];
  const known = new Set<string>();
  let before: Target | undefined;
  for (const target of targets.toSorted((one, other) => Number(isBlue(one)) - Number(isBlue(other)))) {
    // Of thousands of targets nearly all have the same events.
    const isLikeBefore = before !== undefined && hasSameEvents(before, target);
    before = target;
    if (isLikeBefore) continue;
    const own = [...keyedEvents(target)].map(([key, { name }]) => ({ key, name }));
    for (const [index, column] of own.entries()) {
      if (known.has(column.key)) continue;
      known.add(column.key);
      columns.splice(placeFor(columns, own, index), 0, column);
    }
  }
  return columns.length > 0 ? columns : fallback.map((name) => ({ key: name, name }));
}

function hasSameEvents({ events: some }: Target, { events: others }: Target): boolean {
  return some.length === others.length && some.every(({ name }, index) => name === others[index]?.name);
}

/** Before the nearest event that follows and has a column, else behind the one before, else at the end. */
function placeFor(columns: readonly EventColumn[], own: readonly EventColumn[], index: number): number {
  const placeOf = (key: string) => columns.findIndex((column) => column.key === key);
  for (const { key } of own.slice(index + 1)) {
    const place = placeOf(key);
    if (place >= 0) return place;
  }
  const before = own[index - 1];
  return before ? placeOf(before.key) + 1 : columns.length;
}

/** The events of a target by the key of their column, in their order. */
export function keyedEvents({ events }: Target): Map<string, LifecycleEvent> {
  const keyed = new Map<string, LifecycleEvent>();
  const seen = new Map<string, number>();
  for (const event of events) {
    const times = (seen.get(event.name) ?? 0) + 1;
    seen.set(event.name, times);
    keyed.set(times === 1 ? event.name : `${event.name} (${times})`, event);
  }
  return keyed;
}

function isBlue({ label }: Target): boolean {
  return label === "Blue";
}
