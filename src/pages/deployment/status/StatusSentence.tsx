import type { ReactNode } from "react";
import { useMemo } from "react";
import type { Deployment } from "../../../codedeploy/deployment/deployment.ts";
import { platformFacts } from "../../../codedeploy/deployment/platform.ts";
import { isFinished } from "../../../codedeploy/deployment/status.ts";
import { causeWords, failureCause } from "../../../codedeploy/failure/failure-cause.ts";
import { failureGroups, failureHeadline } from "../../../codedeploy/failure/failure-groups.ts";
import { hasFirstDetails, knownTargets } from "../../../codedeploy/targets/target-list.ts";
import { happeningWords } from "../../../codedeploy/waiting/happening.ts";
import { useAws } from "../../../queries/deployments-context.ts";
import { useTargetList } from "../../../queries/targets.tsx";
import { laterPart } from "../../../ui/later-part.tsx";
import { useShownDeployment } from "../shown-deployment.ts";

export interface SentenceProps {
  /** What the status alone tells; absent where that is no more than its word. */
  first: string | undefined;
}

const TroubleSentence = laterPart<{ otherwise: ReactNode }>(
  "What other services say",
  async () => (await import("./TroubleSentence.tsx")).TroubleSentence,
  { place: "phrase", fallback: ({ otherwise }) => otherwise, remains: ({ otherwise }) => otherwise },
);

/**
 * The sentence below the status: why the tasks of an ECS deployment stopped that failed because none became healthy, else all failures
 * of targets in one line, else what the status tells, else why it ended so or what goes on. Nothing where that would repeat the status.
 */
export function StatusSentence({ first }: SentenceProps) {
  const { deployment } = useShownDeployment();
  const { joins } = useAws();
  const list = useTargetList();
  const targets = useMemo(() => knownTargets(list), [list]);
  const groups = useMemo(() => failureGroups(targets), [targets]);
  const { targetNoun } = platformFacts(deployment);
  const headline = failureHeadline(groups, list.ids.length, targetNoun, deployment);
  if (headline !== undefined) {
    const failed = <span className="font-semibold">{headline}.</span>;
    // Where no task became healthy, why they stopped says more than the event at which that was found.
    const isOfTasks = failureCause(deployment)?.kind === "tasks-unhealthy";
    return isOfTasks && joins.length > 0 ? <TroubleSentence otherwise={failed} /> : failed;
  }
  if (first !== undefined) return first;
  // Until the targets have answered they may tell more.
  if (isFinished(deployment.status) && !hasFirstDetails(list)) return undefined;
  const told = isFinished(deployment.status)
    ? knownCause(deployment, targetNoun)
    : happeningWords(deployment, targets).now;
  return joins.length > 0 ? <TroubleSentence otherwise={told} /> : told;
}

/** Why AWS ended the deployment, where its code says it: what it says in its own words, the card below has. */
function knownCause(deployment: Deployment, targetNoun: string): string | undefined {
  const cause = failureCause(deployment);
  switch (cause?.kind) {
    case "alarm":
    case "stopped-by-hand":
    case "error":
    case "tasks-unhealthy":
      return causeWords(cause, targetNoun).summary;
    case "told":
    case "failed-unexplained":
    case "stopped-unexplained":
    case "succeeded-in-part":
    case undefined:
      return undefined;
  }
}
