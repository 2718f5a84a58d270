import { keyedEvents } from "../../domain/event-columns.ts";
import type { LifecycleEvent } from "../../domain/lifecycle-event.ts";
import type { Target } from "../../domain/target.ts";

/** The event of a target that a person asks for first: the last that failed, else the one that runs. */
export function keyEvent(target: Target): { key: string; event: LifecycleEvent } | undefined {
  const events = [...keyedEvents(target)].map(([key, event]) => ({ key, event }));
  return (
    events.findLast(({ event }) => event.status === "Failed") ??
    events.find(({ event }) => event.status === "InProgress")
  );
}
