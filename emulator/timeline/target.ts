import type { Setting, TargetState } from "./scenario.ts";

/** One target with its whole course of events. */
export interface Target {
  at(atMs: number, setting: Setting): TargetState;
}
