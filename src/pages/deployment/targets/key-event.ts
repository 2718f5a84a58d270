import { keyedEvents } from "../../../codedeploy/targets/event-columns.ts";
import type { LifecycleEvent } from "../../../codedeploy/targets/lifecycle-event.ts";
import type { Target } from "../../../codedeploy/targets/target.ts";

/** The event of a target that a person asks for first: the last that failed, else the one that runs. */
export function keyEvent(target: Target): { key: string; event: LifecycleEvent } | undefined {
  const events = [...keyedEvents(target)].map(([key, event]) => ({ key, event }));
  return (
    events.findLast(({ event }) => event.status === "Failed") ??
    events.find(({ event }) => event.status === "InProgress")
  );
}
