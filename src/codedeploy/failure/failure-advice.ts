import type { Deployment } from "../deployment/deployment.ts";
import { moment } from "../deployment/timing.ts";
import { eventDoer } from "../targets/event-doer.ts";
import type { Target } from "../targets/target.ts";
import { CHECK_TASKS } from "../tasks/unhealthy-tasks.ts";
import type { InstanceSystem } from "./agent-words.ts";
import { agentCheck, agentLog, instanceSystem } from "./agent-words.ts";
import { diagnosticsFacts } from "./diagnostics.ts";
import type { ErrorFacts } from "./error-code.ts";
import { knownMessage } from "./known-messages.ts";
import type { EventFailure, TargetFailure } from "./target-failure.ts";
import { isFromPreviousRevision, saysAgentIsSilent } from "./target-failure.ts";

const MINUTE_MS = 60_000;

/** What of a deployment decides how a failure of its targets is explained. */
export type FailedDeployment = Pick<Deployment, "status" | "completeTime" | "ignoreApplicationStopFailures">;

const TASKS: ErrorFacts = {
  meaning: "The replacement task set could not be started, or its tasks did not become healthy.",
  nextStep: CHECK_TASKS,
};

const TRAFFIC: ErrorFacts = {
  meaning: "CodeDeploy does this step itself, without a hook.",
  nextStep: "Check the listeners, target groups or alias that the traffic goes through.",
};

const UNKNOWN_EVENT: ErrorFacts = {
  meaning: "This version of the page does not know this event.",
  nextStep: "Look the event up in AWS's list of lifecycle events.",
};

const CUT_OFF: ErrorFacts = {
  meaning: "It was running when the deployment was stopped, and did not fail by itself.",
  nextStep: "Find out why the deployment was stopped. The target may be left half-way.",
};

const PREVIOUS_SCRIPT_STEP =
  "A fix in the new revision does not help. Deploy again with “ignore ApplicationStop failures” (ignoreApplicationStopFailures), or repair the script on the instance.";

/** Between the end of an event that a stop cut off and that of the deployment. */
const CUT_OFF_WITHIN_MS = 5 * MINUTE_MS;

/** Whether a failure is nothing but the stop of the deployment: nobody reported one, and both ended together. */
export function isCutOff(failure: TargetFailure, { status, completeTime }: FailedDeployment): boolean {
  if (status !== "Stopped" || failure.kind === "nothing-began") return false;
  const diagnostics = failure.kind === "event" ? failure.diagnostics : undefined;
  if (diagnostics?.errorCode !== undefined || diagnostics?.message !== undefined) return false;
  const endedMs = moment(completeTime);
  const { atMs } = failure;
  return atMs === undefined || endedMs === undefined || Math.abs(endedMs - atMs) < CUT_OFF_WITHIN_MS;
}

/**
 * What a target's failure means in plain words, and what to do first: by AWS's message where it says the cause, by the event
 * where that does, and by the code only where there is nothing better.
 */
export function failureAdvice(
  failure: TargetFailure,
  target: Pick<Target, "facts" | "events">,
  deployment: FailedDeployment,
): ErrorFacts {
  const { kind } = target.facts;
  const isInstance = kind === "instance";
  const system = instanceSystem(target);
  if (failure.kind === "nothing-began") return nothingBegan(isInstance, system, deployment);
  if (isCutOff(failure, deployment)) return CUT_OFF;
  if (failure.kind === "unexplained") return unexplained(isInstance, system);
  const { diagnostics } = failure;
  if (isInstance && saysAgentIsSilent(diagnostics)) return agentSilent(failure, system);
  const known = knownMessage(diagnostics?.message, system);
  const facts = known ?? (isInstance ? instanceAdvice(failure, system) : stepAdvice(failure, kind));
  const isPrevious = isInstance && !known && isFromPreviousRevision(failure.event);
  // Where failures of these events are ignored already, the setting is no way out.
  return isPrevious && deployment.ignoreApplicationStopFailures !== true
    ? { ...facts, nextStep: PREVIOUS_SCRIPT_STEP }
    : facts;
}

function nothingBegan(isInstance: boolean, system: InstanceSystem, { status }: FailedDeployment): ErrorFacts {
  if (status === "Stopped") {
    return {
      meaning: "The deployment was stopped before the first lifecycle event of this target.",
      nextStep: "Deploy again when the reason for the stop is gone.",
    };
  }
  if (!isInstance) {
    return {
      meaning: "CodeDeploy gave up before the first lifecycle event.",
      nextStep: "The deployment's own error says why, where AWS sends one.",
    };
  }
  return {
    meaning:
      "No lifecycle event began on it: its CodeDeploy agent took no work, or CodeDeploy ended the deployment before its turn.",
    nextStep: takesNoWorkStep(system),
  };
}

function takesNoWorkStep(system: InstanceSystem): string {
  return `On the instance, check that the agent runs (${agentCheck(system)}), that its credentials let it reach CodeDeploy and S3, and that no other deployment keeps it busy.`;
}

function agentSilent({ hasAgentAnswered }: EventFailure, system: InstanceSystem): ErrorFacts {
  if (!hasAgentAnswered) {
    return {
      meaning: "The CodeDeploy agent of the instance did not come for this event, nor for one before it.",
      nextStep: takesNoWorkStep(system),
    };
  }
  return {
    meaning:
      "The CodeDeploy agent ran earlier events and did not come for this one: it or the instance stopped in between.",
    nextStep: `Check that the instance still runs, then look for a crash, an update or a reboot between the events in ${agentLog(system)}.`,
  };
}

function unexplained(isInstance: boolean, system: InstanceSystem): ErrorFacts {
  return {
    meaning: "AWS reports the target as failed, and none of its lifecycle events.",
    nextStep: isInstance
      ? `Read ${agentLog(system)} on the instance, and check that the instance still runs.`
      : "The deployment's own error says why, where AWS sends one.",
  };
}

function instanceAdvice(failure: EventFailure, system: InstanceSystem): ErrorFacts {
  const { event, diagnostics, lengthMs } = failure;
  const doer = eventDoer(event, "instance");
  if (doer === "load-balancer") return loadBalancerAdvice(event, lengthMs);
  if (diagnostics?.errorCode === undefined && diagnostics?.message === undefined) {
    return {
      meaning: "The agent sent no diagnostics for this event.",
      nextStep: `Read ${agentLog(system)} on the instance, and check that the instance still runs.`,
    };
  }
  return diagnosticsFacts(diagnostics, doer, system);
}

/** The agent has no part in these: CodeDeploy and the load balancer do them. */
function loadBalancerAdvice(event: string, lengthMs: number | undefined): ErrorFacts {
  if (event === "BlockTraffic") {
    return {
      meaning: "CodeDeploy could not take the instance out of the load balancer.",
      nextStep:
        "Check that the load balancer or target group still exists, and that the deployment group's service role may deregister instances.",
    };
  }
  // Soon after the beginning no health check can have run out.
  const hasWaited = lengthMs !== undefined && lengthMs >= 5 * MINUTE_MS;
  return {
    meaning: hasWaited
      ? "The load balancer did not report the instance healthy in time."
      : "The instance could not be put behind the load balancer, or was not healthy there.",
    nextStep:
      "Check the health check of the target group or load balancer (path, port, expected status), and that the application answers it on the instance.",
  };
}

/** Nearly as long as a hook may take. */
const HOOK_TIMED_OUT_MS = 59 * MINUTE_MS;

/** For an event of ECS or Lambda, which has no agent; the codes of diagnostics speak of scripts. */
function stepAdvice({ event, lengthMs }: EventFailure, kind: Target["facts"]["kind"]): ErrorFacts {
  switch (eventDoer(event, kind)) {
    case "tasks":
      return TASKS;
    case "traffic":
      return TRAFFIC;
    case "hook":
      return {
        meaning:
          lengthMs === undefined || lengthMs >= HOOK_TIMED_OUT_MS
            ? "The event's hook function reported a failure, or did not report success within an hour."
            : "The event's hook function reported a failure, or could not be called.",
        nextStep:
          "Read the CloudWatch log of the event's Lambda function, and check that its role may call codedeploy:PutLifecycleEventHookExecutionStatus.",
      };
    case "script":
    case "agent":
    case "load-balancer":
    case "unknown":
      return UNKNOWN_EVENT;
  }
}
