import type { Deployment } from "../deployment/deployment.ts";
import type { Target } from "../targets/target.ts";
import { diagnosticsFacts } from "./diagnostics.ts";
import type { ErrorFacts } from "./error-code.ts";
import { lookUp } from "../../values/look-up.ts";
import { failureGroups } from "./failure-groups.ts";
import { knownMessage } from "./known-messages.ts";
import type { TargetFailure } from "./target-failure.ts";
import { isFromPreviousRevision } from "./target-failure.ts";

type TargetKind = Target["facts"]["kind"];
type EventFailure = Extract<TargetFailure, { kind: "event" }>;

const NOTHING_BEGAN_ON_INSTANCE: ErrorFacts = {
  meaning:
    "No lifecycle event began on it: its CodeDeploy agent took no work, or CodeDeploy ended the deployment before its turn.",
  nextStep:
    "On the instance, check that the agent runs (sudo service codedeploy-agent status), that the instance profile lets it reach CodeDeploy and S3, and that no other deployment keeps it busy.",
};

const NOTHING_BEGAN: ErrorFacts = {
  meaning: "CodeDeploy gave up before the first lifecycle event.",
  nextStep: "Read the deployment's own error: the fault lies in its settings or permissions.",
};

const STOPPED_COMING: ErrorFacts = {
  meaning:
    "The CodeDeploy agent ran earlier events and did not come for this one: it or the instance stopped in between.",
  nextStep:
    "Check that the instance still runs, then look for a crash, an update or a reboot between the events in /var/log/aws/codedeploy-agent/codedeploy-agent.log.",
};

const NO_DIAGNOSTICS: ErrorFacts = {
  meaning:
    "CodeDeploy keeps no logs of this platform's lifecycle events, and no event of this target failed.",
  nextStep: "Read the deployment's own error, and the events of the service and its health checks.",
};

const NO_DIAGNOSTICS_ON_INSTANCE: ErrorFacts = {
  meaning: "The agent sent no diagnostics for this event.",
  nextStep:
    "Read /var/log/aws/codedeploy-agent/codedeploy-agent.log on the instance, and check that the instance still runs.",
};

/** The agent has no part in these: CodeDeploy and the load balancer do them. */
const BY_LOAD_BALANCER: Readonly<Record<"AllowTraffic" | "BlockTraffic", ErrorFacts>> = {
  AllowTraffic: {
    meaning: "The load balancer did not report the instance healthy in time.",
    nextStep:
      "Check the health check of the target group or load balancer (path, port, expected status) and that the application answers it on the instance.",
  },
  BlockTraffic: {
    meaning: "CodeDeploy could not take the instance out of the load balancer.",
    nextStep:
      "Check that the load balancer or target group still exists, and that the deployment group's service role may deregister instances.",
  },
};

const HOOK_FAILED: ErrorFacts = {
  meaning: "The event's hook function reported a failure, or did not report success within an hour.",
  nextStep:
    "Read the CloudWatch log of the event's Lambda function, and check that its role may call codedeploy:PutLifecycleEventHookExecutionStatus.",
};

const INSTALL_OF_ECS: ErrorFacts = {
  meaning: "The replacement task set could not be started, or its tasks did not become healthy.",
  nextStep:
    "Read AWS's message, then the events of the ECS service and why its tasks stopped. Check the image, the task definition and the health check of the target group.",
};

const TRAFFIC_STEP: ErrorFacts = {
  meaning: "This is CodeDeploy's own step, which moves the traffic. No hook or agent has a part in it.",
  nextStep:
    "Read AWS's message, then check the listeners, target groups or alias that the traffic goes through.",
};

/** Events of ECS and Lambda that CodeDeploy does itself; all others have a hook. */
const WITHOUT_HOOK: Readonly<Record<"Install" | "AllowTraffic" | "AllowTestTraffic", ErrorFacts>> = {
  Install: INSTALL_OF_ECS,
  AllowTraffic: TRAFFIC_STEP,
  AllowTestTraffic: TRAFFIC_STEP,
};

const PREVIOUS_SCRIPT_STEP =
  "A fix in the new revision does not help. Deploy again with “ignore ApplicationStop failures” (ignoreApplicationStopFailures), or repair the script on the instance.";

const CUT_OFF: ErrorFacts = {
  meaning: "It was running when the deployment was stopped, and did not fail by itself.",
  nextStep: "Find out why the deployment was stopped. The target may be left half-way.",
};

/** AWS's words for an instance that does not answer; it comes as the diagnostics of the event that never ran. */
const SILENT_AGENT = /agent was not able to receive the lifecycle event/i;

/** Whether no agent took the work on an instance. */
export function isAgentSilent(failure: TargetFailure): boolean {
  if (failure.kind === "nothing-began") return true;
  return failure.kind === "event" && SILENT_AGENT.test(failure.diagnostics?.message ?? "");
}

/** Whether the agent answered for no event at all. */
function hasNeverAnswered(failure: TargetFailure): boolean {
  return isAgentSilent(failure) && !(failure.kind === "event" && failure.hasEarlier);
}

/**
 * What a target's failure means in plain words, and what to do first: by AWS's message where it says the cause, by the event
 * where that does, and by the code only where there is nothing better.
 *
 * @param status the deployment's: a stop fails what it cuts off
 */
export function failureAdvice(
  failure: TargetFailure,
  targetKind: TargetKind,
  status: string | undefined,
): ErrorFacts {
  const isInstance = targetKind === "instance";
  if (isInstance && isAgentSilent(failure)) {
    return hasNeverAnswered(failure) ? NOTHING_BEGAN_ON_INSTANCE : STOPPED_COMING;
  }
  if (failure.kind === "nothing-began") return NOTHING_BEGAN;
  const diagnostics = failure.kind === "event" ? failure.diagnostics : undefined;
  const known = knownMessage(diagnostics?.message);
  if (known) return known;
  if (failure.kind === "unexplained") {
    if (status === "Stopped") return CUT_OFF;
    return isInstance ? NO_DIAGNOSTICS_ON_INSTANCE : NO_DIAGNOSTICS;
  }
  return isInstance ? instanceAdvice(failure, status) : stepAdvice(failure, status);
}

function instanceAdvice({ event, diagnostics }: EventFailure, status: string | undefined): ErrorFacts {
  const code = diagnostics?.errorCode;
  if (code === undefined) {
    if (status === "Stopped") return CUT_OFF;
    return lookUp(BY_LOAD_BALANCER, event) ?? NO_DIAGNOSTICS_ON_INSTANCE;
  }
  const facts = diagnosticsFacts(code, diagnostics?.message);
  return isFromPreviousRevision(event) ? { ...facts, nextStep: PREVIOUS_SCRIPT_STEP } : facts;
}

/** For an event of ECS or Lambda, which has no agent; the codes of diagnostics speak of scripts. */
function stepAdvice({ event, diagnostics }: EventFailure, status: string | undefined): ErrorFacts {
  if (status === "Stopped" && diagnostics?.errorCode === undefined) return CUT_OFF;
  return lookUp(WITHOUT_HOOK, event) ?? HOOK_FAILED;
}

/** What the failures of all targets together say, which none of them says alone. */
export type FailurePattern =
  /** Not one target was begun. */
  | "all-skipped"
  /** No agent took the work. */
  | "agent-silent"
  /** Every target failed in the same way. */
  | "all-alike";

const FACTS: Readonly<Record<FailurePattern, ErrorFacts>> = {
  "all-skipped": {
    meaning: "Every target was skipped: no lifecycle event ran anywhere.",
    nextStep:
      "Check that the agent runs on the instances, that their instance profile allows it to work, and that no other deployment to them was under way. With too few healthy instances from the start CodeDeploy skips all.",
  },
  "agent-silent": {
    meaning: "The CodeDeploy agent answered on none of the failed targets.",
    nextStep:
      "Check what the instances have in common: a running agent (sudo service codedeploy-agent status), an instance profile, and a way to the CodeDeploy endpoint.",
  },
  "all-alike": {
    meaning:
      "Every target failed in the same way: look at the revision or what all of them share, not at an instance.",
    nextStep: "Fix the one failure below; it stands for all.",
  },
};

/** The pattern in the failures of a deployment that failed or was stopped; `undefined` where there is none. */
export function failurePattern(
  { status }: Deployment,
  targets: readonly Target[],
): FailurePattern | undefined {
  if ((status !== "Failed" && status !== "Stopped") || targets.length === 0) return undefined;
  const isSkipped = targets.every((target) => target.status === "Skipped" && !hasBegun(target));
  if (isSkipped && status === "Failed") return "all-skipped";
  const groups = failureGroups(targets);
  const isOnInstances = targets.every(({ facts }) => facts.kind === "instance");
  if (isOnInstances && groups.length > 0 && groups.every(({ failure }) => hasNeverAnswered(failure))) {
    return "agent-silent";
  }
  return groups.some(({ isEveryTarget }) => isEveryTarget) ? "all-alike" : undefined;
}

/** What a pattern means in plain words, and what to do first. */
export function patternFacts(pattern: FailurePattern): ErrorFacts {
  return FACTS[pattern];
}

function hasBegun({ events }: Target): boolean {
  return events.some(({ startMs, status }) => startMs !== undefined || status === "Succeeded");
}
