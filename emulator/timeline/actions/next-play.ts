import type { BlueGreenDeploymentConfiguration, DeploymentInfo } from "@aws-sdk/client-codedeploy";
import type { Wire } from "../../wire.ts";
import { seconds } from "../duration.ts";
import { blueGreenRun } from "../ec2-blue-green-run.ts";
import { ecsRun } from "../ecs-run.ts";
import { HEALTH_CONSTRAINTS } from "../facts.ts";
import { rollOut } from "../fleet.ts";
import { instancesAgain } from "./instances-again.ts";
import { instanceTarget } from "../targets/instance-target.ts";
import { IN_PLACE_EVENTS, lambdaEvents } from "../lifecycle-events.ts";
import type { Phase, Play, Target } from "../scenario.ts";
import { endOf, inSequence, startOf, withoutSuccessDiagnostics } from "../steps.ts";
import { shiftOf } from "../traffic.ts";

/** A deployment that somebody creates in a group that had one before. */
export interface NextDeployment {
  readonly deploymentId: string;
  /** What AWS tells of it from the start. */
  readonly facts: Wire<DeploymentInfo>;
  /** What its group was deployed to before; empty where nothing is known. */
  readonly before: readonly Target[];
}

type Course = Pick<Play, "phases" | "targets" | "continued" | "moments">;

const START_MS = seconds(4);

/** How a created deployment goes on when nobody acts on it: it succeeds in its platform's own way. */
export function nextPlay({ deploymentId, facts, before }: NextDeployment): Play {
  const computePlatform = facts.computePlatform ?? "Server";
  const course = courseOf(facts, before, deploymentId);
  return {
    name: `created-${deploymentId}`,
    description: "A deployment that somebody has created.",
    computePlatform,
    facts,
    ...course,
  };
}

function courseOf(facts: Wire<DeploymentInfo>, before: readonly Target[], deploymentId: string): Course {
  switch (facts.computePlatform ?? "Server") {
    case "ECS":
      return ecsCourse(facts, before);
    case "Lambda":
      return lambdaCourse(facts, before);
    case "Server":
      return facts.deploymentStyle?.deploymentType === "BLUE_GREEN"
        ? blueGreenCourse(facts, before, deploymentId)
        : inPlaceCourse(facts, before);
  }
}

function inPlaceCourse(facts: Wire<DeploymentInfo>, before: readonly Target[]): Course {
  const { deploymentConfigName: configName = "", ignoreApplicationStopFailures, deploymentMode } = facts;
  const targets =
    before.length > 0
      ? instancesAgain(before, {
          startMs: START_MS,
          configName,
          isRollback: false,
          isRestart: deploymentMode === "RESTART",
          ignoresApplicationStop: ignoreApplicationStopFailures === true,
        })
      : newFleet(facts);
  const steps = targets.flatMap((target) => target.steps ?? []);
  const endMs = endOf(steps) + seconds(2);
  const hasFailed = steps.some(({ outcome }) => outcome === "Failed");
  const end: Phase = hasFailed
    ? { fromMs: endMs, status: "Failed", facts: HEALTH_CONSTRAINTS }
    : { fromMs: endMs, status: "Succeeded" };
  return {
    phases: [...beginning(true), end],
    targets,
    moments: { running: START_MS + seconds(10), done: endMs },
  };
}

/** The instances of a group whose last deployment found none. */
function newFleet({ applicationName, deploymentGroupName }: Wire<DeploymentInfo>): Target[] {
  const seed = `${applicationName} ${deploymentGroupName}`;
  const fleet = rollOut({ seed, size: 2, concurrency: 1, startMs: START_MS, events: IN_PLACE_EVENTS });
  return fleet.courses.map(instanceTarget);
}

function blueGreenCourse(facts: Wire<DeploymentInfo>, before: readonly Target[], seed: string): Course {
  const { blueGreenDeploymentConfiguration: waits = {} } = facts;
  const provisionedMs = seconds(30);
  const readyMs = provisionedMs + seconds(60);
  const waitMinutes = readyMinutesIn(waits);
  const isTerminated = waits.terminateBlueInstancesOnDeploymentSuccess?.action !== "KEEP_ALIVE";
  const isCopied = waits.greenFleetProvisioningOption?.action === "COPY_AUTO_SCALING_GROUP";
  const copy = `CodeDeploy_${facts.deploymentGroupName}_${seed}`;
  const { reroutedMs, doneMs, ...course } = blueGreenRun({
    seed,
    ...(isCopied && { provisionedFacts: { targetInstances: { tagFilters: [], autoScalingGroups: [copy] } } }),
    size: Math.max(1, before.filter(({ label }) => label === "Green").length),
    provisionedMs,
    installMs: provisionedMs,
    reroute: waitMinutes === undefined ? { atMs: readyMs } : { readyMs, waitMinutes },
    ...(isTerminated && { terminationMinutes: terminationMinutesIn(waits) }),
  });
  return { ...course, moments: { running: readyMs - seconds(20), rerouted: reroutedMs, done: doneMs } };
}

function ecsCourse(facts: Wire<DeploymentInfo>, before: readonly Target[]): Course {
  const { deploymentConfigName: configName = "", blueGreenDeploymentConfiguration: waits = {} } = facts;
  const [known] = before;
  const readyMinutes = readyMinutesIn(waits);
  const { shiftMs, readyMs, shiftedMs, doneMs, ...course } = ecsRun({
    target: (how) => known?.again?.(how) ?? { at: () => NO_TARGET },
    startMs: START_MS,
    configName,
    terminationMinutes: terminationMinutesIn(waits),
    ...(readyMinutes !== undefined && { readyMinutes }),
  });
  return {
    ...course,
    targets: known ? course.targets : [],
    moments: {
      running: seconds(60),
      ready: readyMs,
      shifting: shiftMs,
      terminationWait: shiftedMs,
      done: doneMs,
    },
  };
}

const NO_TARGET = { targetId: "", status: "Pending", describe: () => ({}) } as const;

function lambdaCourse(
  { deploymentConfigName = "" }: Wire<DeploymentInfo>,
  before: readonly Target[],
): Course {
  const shift = shiftOf(deploymentConfigName);
  const steps = withoutSuccessDiagnostics(inSequence(START_MS, lambdaEvents(shift.lastsMs + seconds(3))));
  const shiftMs = startOf(steps, "AllowTraffic") + seconds(1);
  const doneMs = endOf(steps) + seconds(2);
  const next = { steps, traffic: shift.trafficFrom(shiftMs) };
  return {
    phases: [...beginning(false), { fromMs: doneMs, status: "Succeeded" }],
    targets: before.flatMap((target): Target[] => (target.again ? [target.again(next)] : [])),
    moments: { running: shiftMs, done: doneMs },
  };
}

function beginning(hasOverview: boolean): [Phase, Phase] {
  return [
    { fromMs: 0, status: "Created" },
    { fromMs: START_MS, status: "InProgress", hasOverview },
  ];
}

/** How long a deployment waits for somebody to reroute traffic; undefined when it goes on by itself. */
function readyMinutesIn({ deploymentReadyOption = {} }: Wire<BlueGreenDeploymentConfiguration>) {
  const { actionOnTimeout, waitTimeInMinutes = 0 } = deploymentReadyOption;
  return actionOnTimeout === "STOP_DEPLOYMENT" ? waitTimeInMinutes : undefined;
}

function terminationMinutesIn(waits: Wire<BlueGreenDeploymentConfiguration>): number {
  return waits.terminateBlueInstancesOnDeploymentSuccess?.terminationWaitTimeInMinutes ?? 0;
}
