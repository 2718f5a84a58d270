import type { DeploymentOverview } from "@aws-sdk/client-codedeploy";
import type { Wire } from "../wire.ts";
import { wireTime } from "../wire.ts";
import type { Facts, FactsIn, Play, Scenario, Setting, TargetState } from "./scenario.ts";

const COMPLETED = new Set<string>(["Succeeded", "Failed", "Stopped"]);
const WITHOUT_OVERVIEW = new Set<string>(["Created", "Queued"]);

/** Makes a scenario of phases and targets; counts come from the targets, the time of completion from the phases. */
export function play(made: Play): Scenario {
  const { facts, phases, targets, continued: _, ...rest } = made;
  return {
    lengthMs: phases.at(-1)?.fromMs ?? 0,
    moments: {},
    partners: {},
    ...rest,
    play: made,
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
      return { info, targets: states, ...(phase.wait && { wait: phase.wait }) };
    },
  };
}

function resolve(facts: FactsIn, setting: Setting): Facts {
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
