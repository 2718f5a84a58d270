import { seconds } from "../duration.ts";
import { factsOfGroup, rollsBack } from "../facts.ts";
import { instancesAgain } from "./instances-again.ts";
import { ecsEvents, lambdaEvents } from "../lifecycle-events.ts";
import type { NextCourse, Play, Setting, Snapshot, Target } from "../scenario.ts";
import type { EventPlan } from "../steps.ts";
import { endOf, inSequence, startOf, withoutSuccessDiagnostics } from "../steps.ts";
import { trafficAtOnce } from "../traffic.ts";

const START_MS = seconds(2);

/** A rollback moves all traffic in one go, whatever the configuration of the group. */
const CONFIG_NAMES: Readonly<Partial<Record<Play["computePlatform"], string>>> = {
  ECS: "CodeDeployDefault.ECSAllAtOnce",
  Lambda: "CodeDeployDefault.LambdaAllAtOnce",
};

/** The automatic rollback of a deployment: a deployment of its own, of the revision before. */
export function rollbackPlay(made: Play, { info }: Snapshot, { deploymentId }: Setting): Play {
  const { computePlatform } = made;
  const { previousRevision: revision } = info;
  const deploymentConfigName = CONFIG_NAMES[computePlatform] ?? info.deploymentConfigName ?? "";
  const targets = targetsOf(made, deploymentConfigName);
  const endMs = Math.max(START_MS, ...targets.map(({ steps = [] }) => endOf(steps)));
  const isOfInstances = computePlatform === "Server";
  return {
    name: `${made.name}-rollback`,
    description: `The rollback of ${deploymentId}, which somebody has stopped.`,
    computePlatform,
    facts: (setting) => ({
      ...factsOfGroup(info),
      ...rollsBack(setting),
      deploymentConfigName,
      ...(revision && { revision }),
    }),
    phases: [
      { fromMs: 0, status: "Created" },
      { fromMs: START_MS, status: "InProgress", hasOverview: isOfInstances },
      { fromMs: endMs + seconds(1), status: "Succeeded" },
    ],
    targets,
  };
}

function targetsOf({ computePlatform, targets }: Play, configName: string): Target[] {
  switch (computePlatform) {
    case "Server":
      return instancesAgain(targets, { startMs: START_MS, configName, isRollback: true });
    case "Lambda":
      return allAgain(targets, shiftAtOnce(lambdaEvents(seconds(2))));
    case "ECS":
      return allAgain(targets, ecsRollback());
  }
}

function allAgain(targets: readonly Target[], next: NextCourse): Target[] {
  return targets.flatMap((target): Target[] => (target.again ? [target.again(next)] : []));
}

/** The original's tasks still run, so that none of its events takes long. */
function ecsRollback() {
  const course = shiftAtOnce(ecsEvents(0).map(({ event }) => ({ event, lastsMs: 400 })));
  const doneMs = endOf(course.steps);
  return { ...course, swapsAtMs: doneMs, originalEndsAtMs: doneMs };
}

function shiftAtOnce(events: readonly EventPlan[]) {
  const steps = withoutSuccessDiagnostics(inSequence(START_MS, events));
  return { steps, traffic: trafficAtOnce(startOf(steps, "AllowTraffic")), isRollback: true };
}
