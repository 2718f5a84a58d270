import type { LifecycleEvent } from "../src/codedeploy/targets/lifecycle-event.ts";
import type { Target } from "../src/codedeploy/targets/target.ts";

/** For tests: a pending instance without events, but for `members`. */
export function makeTarget(members: Partial<Target> = {}): Target {
  return {
    id: "i-0a1b2c3d4e5f60718",
    status: "Pending",
    label: undefined,
    lastUpdatedMs: undefined,
    arn: undefined,
    events: [],
    facts: { kind: "instance" },
    ...members,
  };
}

/** For tests: an event that has not begun, but for `members`. */
export function makeEvent(name: string, members: Partial<LifecycleEvent> = {}): LifecycleEvent {
  return {
    name,
    status: "Pending",
    startMs: undefined,
    endMs: undefined,
    diagnostics: undefined,
    ...members,
  };
}
