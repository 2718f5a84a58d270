import type { DeploymentWaitType } from "@aws-sdk/client-codedeploy";
import type { Phase, Play } from "./scenario.ts";

/** When somebody ended the one wait of a blue/green deployment, and the other. */
export type EndedWaits = Readonly<Partial<Record<DeploymentWaitType, number>>>;

/** The parts of a play that change when a wait is ended, and when nothing changes any more. */
export interface WaitingRun extends Pick<Play, "targets" | "phases" | "continued"> {
  readonly doneMs: number;
}

/** What a run changes of the play that it goes on with. */
export function goingOn({ phases, targets, continued, doneMs }: WaitingRun): Partial<Play> {
  return { phases, targets, ...(continued && { continued }), lengthMs: doneMs };
}

/** What a platform tells of all its phases in progress. */
type PhaseFacts = Pick<Phase, "hasOverview">;

/** The wait for somebody who reroutes traffic, and what follows when somebody does. */
export function readyPhases(readyMs: number, goesOnMs: number | undefined, facts: PhaseFacts = {}): Phase[] {
  const ready: Phase = { ...facts, fromMs: readyMs, status: "Ready", wait: "READY_WAIT" };
  return goesOnMs === undefined ? [ready] : [ready, { ...facts, fromMs: goesOnMs, status: "InProgress" }];
}

/** The wait before the original is terminated, its end, and the end of the deployment. */
export function terminationPhases(
  [waitsFromMs, endsMs, doneMs]: readonly [number, number, number],
  facts: PhaseFacts & Pick<Phase, "facts"> = {},
): Phase[] {
  return [
    { ...facts, fromMs: waitsFromMs, status: "InProgress", wait: "TERMINATION_WAIT" },
    { ...facts, fromMs: endsMs, status: "InProgress" },
    { fromMs: doneMs, status: "Succeeded" },
  ];
}
