import type { TargetStatus } from "@aws-sdk/client-codedeploy";

/** A listing of the targets with one status, page by page, also over several refreshes. */
export interface Look {
  status: TargetStatus;
  /** Of the page to ask for next; absent for the first one. */
  nextToken: string | undefined;
  listed: Set<string>;
}

/** How far a tab has come with reading a fleet piece by piece. */
export interface FleetPace {
  /** Targets that a look has found under another status than the one that is known. */
  changed: Set<string>;
  /** The one that is under way. */
  look: Look | undefined;
  /** When the last look at those in progress began (epoch ms). */
  lookedAtMs: number;
  /** How many failures AWS counted at the last look at those. */
  failuresLookedFor: number;
  /** Whether targets have left Pending that are not in progress either. */
  hasJumped: boolean;
  /** When each request beyond the one of a refresh was sent (epoch ms). */
  extraAtMs: number[];
  /** When all ids were last listed (epoch ms). */
  listedAtMs: number;
  /** When the fleet was last refreshed, since it was read as a whole (epoch ms). */
  refreshedAtMs: number;
}

/** Lets the next refresh look for changes, and ask for more than its turn: somebody has asked for it by hand. */
export function hurry(pace: FleetPace): void {
  pace.lookedAtMs = 0;
  pace.extraAtMs = [];
}

/** Before anything was asked. */
export function newFleetPace(): FleetPace {
  return {
    changed: new Set(),
    look: undefined,
    lookedAtMs: 0,
    failuresLookedFor: 0,
    hasJumped: false,
    extraAtMs: [],
    listedAtMs: 0,
    refreshedAtMs: 0,
  };
}
