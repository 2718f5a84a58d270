import type {
  DeploymentInfo,
  DeploymentStatus,
  DeploymentTarget,
  DeploymentWaitType,
  TargetLabel,
  TargetStatus,
} from "@aws-sdk/client-codedeploy";
import type { Wire } from "../wire.ts";
import type { Alarm } from "./alarms.ts";
import type { FailingTasks } from "./failing-tasks.ts";
import type { FailingLaunches } from "./failing-launches.ts";
import type { HookLog } from "./hook-log.ts";
import type { Step } from "./steps.ts";
import type { TrafficPlan } from "./traffic.ts";

/** What DescribeTargetHealth says of a target. */
export interface TargetHealth {
  readonly state: string;
  readonly reason: string;
  readonly description: string;
}

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
  /** The wait that ContinueDeployment can end now. */
  readonly wait?: DeploymentWaitType;
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
  /** What it is made of; absent where it is one answer and nothing that goes on, so that nobody can act on it. */
  readonly play?: Play;
  /** Its new tasks that stop, where it deploys to ECS. */
  readonly failingTasks?: FailingTasks;
  /** The launches of its replacement fleet that fail, where it makes one. */
  readonly failingLaunches?: FailingLaunches;
  /** What its hook functions write. */
  readonly hookLogs?: readonly HookLog[];
  /** What the load balancer says of a new target that runs; healthy where absent. */
  readonly targetHealth?: TargetHealth;
  at(atMs: number, setting: Setting): Snapshot;
}

/** Members of a deployment, or how they follow from its setting. */
export type Facts = Wire<DeploymentInfo>;
export type FactsIn = Facts | ((setting: Setting) => Facts);

/** A stretch of a deployment's life. Its facts stay true in the phases that follow, unless those say otherwise. */
export interface Phase {
  readonly fromMs: number;
  readonly status: DeploymentStatus;
  /** Whether AWS sends counts; from `InProgress` on it does so unless the phase says no, or there is nothing to count. */
  readonly hasOverview?: boolean;
  /** Whether there are targets to list; not while the instances are being launched or looked for. */
  readonly hasTargets?: boolean;
  /** The wait that somebody can end in this phase, and in no other. */
  readonly wait?: DeploymentWaitType;
  readonly facts?: FactsIn;
}

/** What a scenario is made of. */
export interface Play {
  readonly name: string;
  readonly description: string;
  readonly computePlatform: Scenario["computePlatform"];
  readonly facts: FactsIn;
  /** In order of time; the first one begins at 0. */
  readonly phases: readonly [Phase, ...Phase[]];
  readonly targets: readonly Target[];
  readonly lengthMs?: number;
  readonly moments?: Readonly<Record<string, number>>;
  readonly partners?: Readonly<Record<string, Partner>>;
  readonly guess?: string;
  readonly alarms?: readonly Alarm[];
  readonly failingTasks?: FailingTasks;
  readonly targetHealth?: TargetHealth;
  readonly hookLogs?: readonly HookLog[];
  readonly failingLaunches?: FailingLaunches;
  /** How it goes on when somebody ends a wait at that time; for deployments with a phase that waits. */
  readonly continued?: (wait: DeploymentWaitType, atMs: number) => Partial<Play>;
}

/** One target with its whole course of events. */
export interface Target {
  at(atMs: number, setting: Setting): TargetState;
  readonly label?: TargetLabel;
  /** Its lifecycle events. Absent from a target that is one answer and nothing that goes on: nothing below moves it either. */
  readonly steps?: readonly Step[];
  /** The same target in a deployment that somebody stops. */
  stopped?(stop: TargetStop): Target;
  /** The same target in the next deployment of its group. */
  again?(next: NextCourse): Target;
}

/** How a target fares in the next deployment of its group. */
export interface NextCourse {
  readonly steps: readonly Step[];
  /** The replacement's share of traffic, for targets that shift it. */
  readonly traffic: TrafficPlan;
  /** Whether what was the replacement is now what is replaced. */
  readonly isRollback?: boolean;
  /** When the replacement of an ECS service becomes its primary task set, and when the original's tasks end. */
  readonly swapsAtMs?: number;
  readonly originalEndsAtMs?: number;
}

/** What a stop means to a target. */
export interface TargetStop {
  /** When it was stopped: no event begins from then on. */
  readonly atMs: number;
  /** When an event that ran then ends. */
  readonly endOf: (running: Step) => number;
  /** When the original has all traffic again; absent when nothing is rolled back, and traffic stays where it is. */
  readonly trafficBackAtMs?: number;
}

/** How long it takes until nothing changes any more, in a scenario and in its partners. */
export function fullLengthMs(scenario: Scenario): number {
  const partners = Object.values(scenario.partners);
  return Math.max(
    scenario.lengthMs,
    ...partners.map((partner) => partner.startsAtMs + fullLengthMs(partner.scenario)),
  );
}
