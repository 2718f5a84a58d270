import type { DeploymentInfo, DeploymentOverview, DeploymentStatus } from "@aws-sdk/client-codedeploy";
import type { Wire } from "../wire.ts";
import { wireTime } from "../wire.ts";
import type { Alarm } from "./alarms.ts";
import type { Partner, Scenario, Setting, Target, TargetState } from "./scenario.ts";

type Facts = Wire<DeploymentInfo>;

/** A stretch of a deployment's life. Its facts stay true in the phases that follow, unless those say otherwise. */
interface Phase {
  readonly fromMs: number;
  readonly status: DeploymentStatus;
  /** Whether AWS sends counts; from `InProgress` on it does so unless the phase says no, or there is nothing to count. */
  readonly hasOverview?: boolean;
  /** Whether there are targets to list; not while the instances are being launched or looked for. */
  readonly hasTargets?: boolean;
  readonly facts?: Facts | ((setting: Setting) => Facts);
}

/** What a scenario is made of. */
export interface Play {
  readonly name: string;
  readonly description: string;
  readonly computePlatform: Scenario["computePlatform"];
  readonly facts: Facts | ((setting: Setting) => Facts);
  /** In order of time; the first one begins at 0. */
  readonly phases: readonly [Phase, ...Phase[]];
  readonly targets: readonly Target[];
  readonly lengthMs?: number;
  readonly moments?: Readonly<Record<string, number>>;
  readonly partners?: Readonly<Record<string, Partner>>;
  readonly guess?: string;
  readonly alarms?: readonly Alarm[];
}

const COMPLETED = new Set<string>(["Succeeded", "Failed", "Stopped"]);
const WITHOUT_OVERVIEW = new Set<string>(["Created", "Queued"]);

/** Makes a scenario of phases and targets; counts come from the targets, the time of completion from the phases. */
export function play({ facts, phases, targets, ...rest }: Play): Scenario {
  return {
    lengthMs: phases.at(-1)?.fromMs ?? 0,
    moments: {},
    partners: {},
    ...rest,
    at(atMs, setting) {
      const past = phases.filter(({ fromMs }) => fromMs <= atMs);
      const phase = past.at(-1) ?? phases[0];
      const completion = past.find(({ status }) => COMPLETED.has(status));
      const { hasTargets = true } = phase;
      const states = hasTargets ? targets.map((target) => target.at(atMs, setting)) : [];
      const hasOverview = phase.hasOverview ?? (hasTargets && !WITHOUT_OVERVIEW.has(phase.status));
      const info: Facts = {
        computePlatform: rest.computePlatform,
        deploymentId: setting.deploymentId,
        createTime: wireTime(setting.createdAtMs),
        ...resolve(facts, setting),
        status: phase.status,
        ...(hasOverview && { deploymentOverview: overviewOf(states) }),
        ...(completion && { completeTime: wireTime(setting.createdAtMs + completion.fromMs) }),
        ...Object.assign({}, ...past.map((each) => resolve(each.facts ?? {}, setting))),
      };
      return { info, targets: states };
    },
  };
}

function resolve(facts: Facts | ((setting: Setting) => Facts), setting: Setting): Facts {
  return typeof facts === "function" ? facts(setting) : facts;
}

/** Counts targets per state, so that the overview of a deployment and its targets can never disagree. */
function overviewOf(targets: readonly TargetState[]): Wire<DeploymentOverview> {
  const count = (...statuses: string[]) => targets.filter(({ status }) => statuses.includes(status)).length;
  return {
    Pending: count("Pending", "Unknown"),
    InProgress: count("InProgress"),
    Succeeded: count("Succeeded"),
    Failed: count("Failed"),
    Skipped: count("Skipped"),
    Ready: count("Ready"),
  };
}
