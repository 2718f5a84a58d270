import type { Deployment } from "../deployment/deployment.ts";
import type { ErrorFacts } from "./error-code.ts";
import { isAgentSilent } from "./failure-advice.ts";
import { failureGroups } from "./failure-groups.ts";
import type { Target } from "../targets/target.ts";

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
