import type { Deployment } from "../deployment/deployment.ts";
import type { Target } from "../targets/target.ts";
import { diagnosticsFacts } from "./diagnostics.ts";
import type { ErrorFacts } from "./error-code.ts";
import { failureGroups } from "./failure-groups.ts";
import type { TargetFailure } from "./target-failure.ts";

type TargetKind = Target["facts"]["kind"];

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

const NO_DIAGNOSTICS_ON_INSTANCE: ErrorFacts = {
  meaning: "The agent sent no diagnostics for this event.",
  nextStep:
    "Read /var/log/aws/codedeploy-agent/codedeploy-agent.log on the instance, and check that the instance still runs.",
};

const NO_DIAGNOSTICS: ErrorFacts = {
  meaning: "CodeDeploy keeps no logs of this platform's lifecycle events.",
  nextStep:
    "For an event with a hook, read the CloudWatch log of its Lambda function, which must report success within an hour. Otherwise read the events of the service and its health checks.",
};

/** The codes of diagnostics speak of scripts and of an agent, which only instances have. */
const FAILED_WITHOUT_AGENT: ErrorFacts = {
  meaning: "The event's hook function reported a failure, or CodeDeploy's own step failed.",
  nextStep: NO_DIAGNOSTICS.nextStep,
};

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

/**
 * What a target's failure means in plain words, and what to do first.
 *
 * @param status the deployment's: a stop fails what it cuts off
 */
export function failureAdvice(
  failure: TargetFailure,
  targetKind: TargetKind,
  status: string | undefined,
): ErrorFacts {
  const isInstance = targetKind === "instance";
  if (isInstance && isAgentSilent(failure)) return NOTHING_BEGAN_ON_INSTANCE;
  if (failure.kind === "nothing-began") return NOTHING_BEGAN;
  const code = failure.kind === "event" ? failure.diagnostics?.errorCode : undefined;
  if (code !== undefined) return isInstance ? diagnosticsFacts(code) : FAILED_WITHOUT_AGENT;
  if (status === "Stopped") return CUT_OFF;
  return isInstance ? NO_DIAGNOSTICS_ON_INSTANCE : NO_DIAGNOSTICS;
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
  if (isOnInstances && groups.length > 0 && groups.every(({ failure }) => isAgentSilent(failure))) {
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
