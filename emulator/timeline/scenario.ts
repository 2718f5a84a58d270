import type { DeploymentInfo, DeploymentTarget, TargetLabel, TargetStatus } from "@aws-sdk/client-codedeploy";
import type { Wire } from "../wire.ts";
import type { Alarm } from "./alarms.ts";

/** Which deployment a scenario is shown as: its id, Region and time of creation. */
export interface Setting {
  readonly deploymentId: string;
  readonly region: string;
  /** When it was created, in epoch milliseconds. */
  readonly createdAtMs: number;
  /** Ids of the deployments it belongs together with, by their part in the play, such as `rollback` or `origin`. */
  readonly related: Readonly<Record<string, string>>;
}

/** One target at one moment. */
export interface TargetState {
  readonly targetId: string;
  readonly status: TargetStatus;
  readonly label?: TargetLabel;
  /** Still listed, but its details are gone. */
  readonly isGone?: boolean;
  describe(): Wire<DeploymentTarget>;
}

/** Everything about a deployment at one moment. */
export interface Snapshot {
  readonly info: Wire<DeploymentInfo>;
  readonly targets: readonly TargetState[];
}

/** A deployment that begins while another one runs, such as its rollback. */
export interface Partner {
  readonly scenario: Scenario;
  readonly startsAtMs: number;
}

/** A deployment as a function of the time since it was created. */
export interface Scenario {
  readonly name: string;
  /** What there is to see, in one sentence. */
  readonly description: string;
  /** What of it neither a recording nor AWS's documentation shows, in one sentence; absent where nothing is known to be a guess. */
  readonly guess?: string;
  readonly computePlatform: "Server" | "Lambda" | "ECS";
  /** How long it takes until nothing changes any more. */
  readonly lengthMs: number;
  /** Instants worth looking at, by name. */
  readonly moments: Readonly<Record<string, number>>;
  readonly partners: Readonly<Record<string, Partner>>;
  /** The CloudWatch alarms that its group watches. */
  readonly alarms?: readonly Alarm[];
  at(atMs: number, setting: Setting): Snapshot;
}

/** One target with its whole course of events. */
export interface Target {
  at(atMs: number, setting: Setting): TargetState;
}

/** How long it takes until nothing changes any more, in a scenario and in its partners. */
export function fullLengthMs(scenario: Scenario): number {
  const partners = Object.values(scenario.partners);
  return Math.max(
    scenario.lengthMs,
    ...partners.map((partner) => partner.startsAtMs + fullLengthMs(partner.scenario)),
  );
}
