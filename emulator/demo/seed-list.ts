import { ec2Created } from "../scenarios/ec2-created.ts";
import { ec2Rolling } from "../scenarios/ec2-rolling.ts";
import type { Scenario } from "../timeline/scenario.ts";

/** A deployment that is started anew, under the next id, whenever its last run is over. */
export interface LiveSeed {
  readonly scenario: Scenario;
  readonly region: string;
  /** The readable start of its runs' ids. */
  readonly idPrefix: string;
  /** How far the first run has come when the demo starts. */
  readonly atMs: number;
}

/** A deployment that does not move. */
export interface StaticSeed {
  readonly scenario: Scenario;
  readonly region: string;
  readonly deploymentId: string;
  readonly atMs: number;
}

/** The most interesting first. */
export const liveSeeds: readonly LiveSeed[] = [
  { scenario: ec2Rolling, region: "us-east-1", idPrefix: "ROLLING", atMs: 20_000 },
];

export const staticSeeds: readonly StaticSeed[] = [
  { scenario: ec2Created, region: "us-east-1", deploymentId: "d-CREATED01", atMs: 0 },
];
