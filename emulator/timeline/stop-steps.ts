import type { Step } from "./steps.ts";

/** What a stop makes of steps: what is over stays, what runs has failed, what has not begun is skipped. */
export function stopSteps(steps: readonly Step[], stoppedAtMs: number): Step[] {
  return steps.map((step) => {
    if (step.endMs <= stoppedAtMs) return step;
    if (step.startMs >= stoppedAtMs) {
      return { event: step.event, outcome: "Skipped", startMs: stoppedAtMs, endMs: stoppedAtMs };
    }
    return { event: step.event, outcome: "Failed", startMs: step.startMs, endMs: stoppedAtMs };
  });
}
