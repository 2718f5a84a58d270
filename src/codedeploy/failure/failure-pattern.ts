import type { Deployment } from "../deployment/deployment.ts";
import type { Target } from "../targets/target.ts";
import { isCutOff } from "./failure-advice.ts";
import type { ErrorFacts } from "./error-code.ts";
import { failureGroups } from "./failure-groups.ts";
import type { TargetFailure } from "./target-failure.ts";
import { hasBegun, saysAgentIsSilent } from "./target-failure.ts";

/** What the failures of all targets together say, which none of them says alone. */
export type FailurePattern =
  /** Not one target was begun; on instances that points to their agents. */
  | "all-skipped"
  | "all-instances-skipped"
  /** No agent took the work. */
  | "agent-silent"
  /** Every target failed in the same way. */
  | "all-alike";

const FACTS: Readonly<Record<FailurePattern, ErrorFacts>> = {
  "all-skipped": {
    meaning: "Every target was skipped: no lifecycle event ran anywhere.",
    nextStep: "The deployment's own error says why, where AWS sends one.",
  },
  "all-instances-skipped": {
    meaning: "Every instance was skipped: no lifecycle event ran anywhere.",
    nextStep:
      "Check that the agent runs on the instances, that their credentials allow it to work, and that no other deployment to them was under way. With too few healthy instances from the start CodeDeploy skips all.",
  },
  "agent-silent": {
    meaning: "The CodeDeploy agent answered on none of the failed targets.",
    nextStep:
      "Check what the instances have in common: a running agent, credentials for it such as those of an instance profile, and a way to the CodeDeploy endpoint.",
  },
  "all-alike": {
    meaning:
      "Every target failed in the same way: look at the revision or what all of them share, not at one of them.",
    nextStep: "Fix the one failure below; it stands for all.",
  },
};

/**
 * The pattern in the failures of a deployment that failed or was stopped; `undefined` where there is none, or not all of its
 * targets have been read.
 *
 * @param total how many targets the deployment has
 */
export function failurePattern(
  deployment: Deployment,
  targets: readonly Target[],
  total: number,
): FailurePattern | undefined {
  const { status } = deployment;
  if ((status !== "Failed" && status !== "Stopped") || total === 0 || targets.length < total)
    return undefined;
  const isOnInstances = targets.every(({ facts }) => facts.kind === "instance");
  const isSkipped = targets.every((target) => target.status === "Skipped" && !target.events.some(hasBegun));
  if (isSkipped && status === "Failed") return isOnInstances ? "all-instances-skipped" : "all-skipped";
  const groups = failureGroups(targets);
  if (isOnInstances && groups.length > 0 && groups.every(({ failure }) => hasNeverAnswered(failure))) {
    return "agent-silent";
  }
  const isAlike = groups.some(
    ({ isEveryTarget, failure }) => isEveryTarget && !isCutOff(failure, deployment),
  );
  return isAlike ? "all-alike" : undefined;
}

/** Whether AWS says that the agent of an instance took no event, and it has done none before. */
function hasNeverAnswered(failure: TargetFailure): boolean {
  return failure.kind === "event" && saysAgentIsSilent(failure.diagnostics) && !failure.hasAgentAnswered;
}

/** What a pattern means in plain words, and what to do first. */
export function patternFacts(pattern: FailurePattern): ErrorFacts {
  return FACTS[pattern];
}
