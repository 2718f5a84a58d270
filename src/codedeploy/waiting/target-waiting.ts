import { formatCountOf } from "../../format/counts.ts";
import type { Deployment } from "../deployment/deployment.ts";
import { platformFacts } from "../deployment/platform.ts";
import { moment } from "../deployment/timing.ts";
import { eventName } from "../targets/target-words.ts";
import type { Target } from "../targets/target.ts";
import type { EventWait, WaitClock } from "./event-wait.ts";
import { clockFrom, eventWait } from "./event-wait.ts";
import type { Waiting } from "./waiting.ts";
import { waiting } from "./waiting.ts";

const MINUTE_MS = 60_000;

/** What a deployment waits for, as far as only its targets tell. Without a `clock` the beginning or the limit is not known. */
export type TargetWait =
  /** All is done; the original instances or task set are kept until the termination wait is over. */
  | { kind: "termination"; clock: WaitClock | undefined }
  /** For somebody, or the time set for it, to reroute the traffic. */
  | { kind: "reroute"; clock: WaitClock | undefined }
  /** The targets wait within their lifecycle: the longest waiting one stands for all. */
  | (EventWait & { targetIds: string[] });

/**
 * What the deployment waits for, joined from GetDeployment and its targets; `undefined` where the targets tell
 * nothing more. Each limit is the one that AWS documents, counted from the moment that AWS reported: for the
 * waits of the whole deployment that is the last end of an event.
 *
 * @see https://github.com/aws/containers-roadmap/issues/269 for the termination wait of ECS, which sets no flag
 */
export function targetWaiting(deployment: Deployment, targets: readonly Target[]): TargetWait | undefined {
  const wait = waiting(deployment);
  if (wait.kind === "reroute") {
    return { kind: "reroute", clock: clockFrom(lastEndMs(targets), rerouteMs(wait)) };
  }
  if (wait.kind === "termination" || isTerminationWait(deployment, targets)) {
    return { kind: "termination", clock: clockFrom(lastEndMs(targets), terminationMs(deployment)) };
  }
  return deployment.status === "InProgress" ? longestWait(targets) : undefined;
}

/** Every target has succeeded and the deployment goes on: nothing but the original task set is left to deal with. */
function isTerminationWait(deployment: Deployment, targets: readonly Target[]): boolean {
  const option = deployment.blueGreenDeploymentConfiguration?.terminateBlueInstancesOnDeploymentSuccess;
  return (
    deployment.status === "InProgress" &&
    platformFacts(deployment).platform === "ECS" &&
    option?.action !== "KEEP_ALIVE" &&
    targets.length > 0 &&
    targets.every(({ status }) => status === "Succeeded")
  );
}

function terminationMs({ blueGreenDeploymentConfiguration }: Deployment): number | undefined {
  const option = blueGreenDeploymentConfiguration?.terminateBlueInstancesOnDeploymentSuccess;
  return minutesMs(option?.terminationWaitTimeInMinutes);
}

/** A wait in the settings holds only where the deployment stops after it; AWS's own maximum holds for all. */
function rerouteMs(wait: Extract<Waiting, { kind: "reroute" }>): number | undefined {
  return (
    minutesMs(wait.waitMinutes) ?? minutesMs(wait.maxHours === undefined ? undefined : wait.maxHours * 60)
  );
}

function longestWait(targets: readonly Target[]): TargetWait | undefined {
  const waits = targets.flatMap((target) => {
    const wait = eventWait(target);
    return wait ? [{ id: target.id, wait }] : [];
  });
  const sinceMs = ({ wait }: (typeof waits)[number]) => wait.clock?.sinceMs ?? Number.POSITIVE_INFINITY;
  const [longest] = waits.toSorted((one, other) => Math.sign(sinceMs(one) - sinceMs(other)) || 0);
  if (!longest) return undefined;
  const { kind, event } = longest.wait;
  const alike = waits.filter(({ wait }) => wait.kind === kind && wait.event === event);
  return { ...longest.wait, targetIds: alike.map(({ id }) => id) };
}

function lastEndMs(targets: readonly Target[]): number | undefined {
  const ends = targets.flatMap(({ events }) => events.flatMap(({ endMs }) => moment(endMs) ?? []));
  return ends.length === 0 ? undefined : ends.reduce((one, other) => Math.max(one, other));
}

function minutesMs(minutes: number | undefined): number | undefined {
  if (minutes === undefined || !Number.isSafeInteger(minutes) || minutes < 0) return undefined;
  return minutes * MINUTE_MS;
}

interface TargetWaitWords {
  name: "Waiting for" | "Now at";
  what: string;
  /** What happens at the end of the clock. */
  limit: string;
  /** Stands where the clock is not known. */
  unknown: string | undefined;
  /** What to look at once the wait is long. */
  advice?: string;
}

const NOT_KNOWN = "How long it will take is not known.";

/**
 * What a wait is for, in words.
 *
 * @param noun what a target of the deployment is called
 */
export function targetWaitWords(wait: TargetWait, noun: string): TargetWaitWords {
  switch (wait.kind) {
    case "termination":
      return {
        name: "Waiting for",
        what: "the end of the termination wait. All traffic is on the replacement; the original is kept until then.",
        limit: "CodeDeploy then terminates the original:",
        unknown: NOT_KNOWN,
      };
    case "reroute":
      return {
        name: "Waiting for",
        what: "the traffic to be rerouted to the replacement.",
        limit: "The wait ends on its own:",
        unknown: NOT_KNOWN,
      };
    case "script":
      return {
        name: "Waiting for",
        what: `the script of ${eventName(wait.event)}${onTargets(wait.targetIds, noun)}.`,
        limit: "The event fails after an hour at most:",
        unknown: "A script may run for an hour. When this one began is not known.",
      };
    case "hook":
      return {
        name: "Waiting for",
        what: `the Lambda function of ${eventName(wait.event)} to report back, where the event has one.`,
        limit: "It must report within an hour:",
        unknown: "It must report within an hour. When the event began is not known.",
        advice:
          "If it hangs, read the function's CloudWatch log, and check that its role may call codedeploy:PutLifecycleEventHookExecutionStatus.",
      };
    case "begin":
      return {
        name: "Waiting for",
        what: `the agent to begin ${eventName(wait.event)}${onTargets(wait.targetIds, noun)}.`,
        limit: "The event fails when it does not begin within five minutes:",
        unknown: "An event must begin within five minutes. Since when it could is not known.",
      };
    case "agent":
      return {
        name: "Waiting for",
        what: `the CodeDeploy agent to finish ${eventName(wait.event)}${onTargets(wait.targetIds, noun)}.`,
        limit: "The event fails after an hour at most:",
        unknown: "The event may take an hour. When it began is not known.",
        advice:
          "Check that the instance still exists, that its agent runs, and that it can reach what it downloads.",
      };
    case "tasks":
      return {
        name: "Waiting for",
        what: `the replacement tasks to run and become healthy${tasksWords(wait.tasks)}.`,
        limit: "CodeDeploy gives up after an hour:",
        unknown: "CodeDeploy gives up after an hour. When the event began is not known.",
        advice: "Read the events of the ECS service and why its tasks stopped.",
      };
    case "step":
      return {
        name: "Now at",
        what: `${eventName(wait.event)}${onTargets(wait.targetIds, noun)}, which CodeDeploy does itself.`,
        limit: "",
        unknown: undefined,
      };
  }
}

function tasksWords(tasks: EventWait["tasks"]): string {
  return tasks ? `: ${tasks.running} of ${formatCountOf(tasks.desired, "task")} running` : "";
}

function onTargets(ids: readonly string[], noun: string): string {
  return ids.length > 1 ? ` on ${formatCountOf(ids.length, noun)}` : "";
}
