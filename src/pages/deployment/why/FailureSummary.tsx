import { useMemo, useState } from "react";
import { failureGroups } from "../../../codedeploy/failure/failure-groups.ts";
import { failurePattern, patternFacts } from "../../../codedeploy/failure/failure-pattern.ts";
import { platformFacts } from "../../../codedeploy/deployment/platform.ts";
import type { TargetList } from "../../../codedeploy/targets/target-list.ts";
import { knownTargets } from "../../../codedeploy/targets/target-list.ts";
import { formatCount, formatCountOf } from "../../../format/counts.ts";
import { useTargetList } from "../../../queries/targets.tsx";
import { FailureEntry } from "./FailureEntry.tsx";
import { useShownDeployment } from "../shown-deployment.ts";

/**
 * Which targets failed, at which event, with which script and last words: equal failures once, what broke first
 * first. Nothing where no target has failed.
 */
export function FailureSummary() {
  const { deployment } = useShownDeployment();
  const list = useTargetList();
  const targets = useMemo(() => knownTargets(list), [list]);
  const groups = useMemo(() => failureGroups(targets), [targets]);
  const pattern = failurePattern(deployment, targets, list.ids.length);
  const { targetNoun } = platformFacts(deployment);
  if (groups.length === 0 && !pattern) return null;
  const facts = pattern && patternFacts(pattern);
  return (
    <div className="space-y-3">
      {facts && (
        <p>
          <span className="font-semibold">{facts.meaning}</span> {facts.nextStep}
        </p>
      )}
      {groups.map((group, index) => (
        <FailureEntry
          key={group.key}
          group={group}
          target={targets.find(({ id }) => id === group.targetIds[0])}
          total={list.ids.length}
          noun={targetNoun}
          deployment={deployment}
          isOpen={index === 0}
          hasAdvice={pattern === undefined || pattern === "all-alike"}
        />
      ))}
      <StillReading list={list} noun={targetNoun} />
    </div>
  );
}

/** A fleet comes in pieces: what is counted so far may not be all. Its line stays, empty, once all are read, so that nothing moves. */
function StillReading({ list, noun }: { list: TargetList; noun: string }) {
  const unread = [...list.entries.values()].filter(({ kind }) => kind === "unread").length;
  const [hasRead, setHasRead] = useState(unread > 0);
  if (unread > 0 && !hasRead) setHasRead(true);
  if (!hasRead) return null;
  const total = list.ids.length;
  return (
    <p className="min-h-5 text-muted tabular-nums">
      {unread > 0 && `${formatCount(total - unread)} of ${formatCountOf(total, noun)} read so far.`}
    </p>
  );
}
