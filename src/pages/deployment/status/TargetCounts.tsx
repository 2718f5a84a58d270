import { clsx } from "clsx";
import type { Deployment } from "../../../codedeploy/deployment/deployment.ts";
import type { Overview } from "../../../codedeploy/deployment/overview.ts";
import { overview } from "../../../codedeploy/deployment/overview.ts";
import { platformFacts } from "../../../codedeploy/deployment/platform.ts";
import { isFinished } from "../../../codedeploy/deployment/status.ts";
import { formatCount, formatCountOf } from "../../../format/counts.ts";
import { TargetStateIcon } from "../../frame/StatusIcon.tsx";
import { ProgressBar } from "./ProgressBar.tsx";

/** How many targets are in which state: a bar, and the same in words and numbers. */
export function TargetCounts({ deployment }: { deployment: Deployment }) {
  const counted = overview(deployment);
  const { targetNoun } = platformFacts(deployment);
  if (counted.kind === "absent") {
    return (
      <p className="text-muted">
        {isFinished(deployment.status)
          ? `AWS reported no counts of ${targetNoun}s.`
          : `Counts of ${targetNoun}s are not reported.`}
      </p>
    );
  }
  return (
    <div className="space-y-1.5">
      <ProgressBar
        parts={counted.counts.map(({ state, tone, count }) => ({ key: state, tone, amount: count }))}
      />
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 tabular-nums">
        <StateCounts counted={counted} noun={targetNoun} />
        <p className="text-muted max-sm:sr-only">
          {formatCount(counted.finished)} of {formatCountOf(counted.total, targetNoun)} finished
          {counted.percentFinished !== undefined && ` (${counted.percentFinished}%)`}
        </p>
      </div>
    </div>
  );
}

interface StateCountsProps {
  counted: Extract<Overview, { kind: "reported" }>;
  noun: string;
}

/** The counts that AWS reported, in words. Those of zero are there for who listens, and grey for who looks. */
export function StateCounts({ counted, noun }: StateCountsProps) {
  return (
    <ul aria-label={`States of ${noun}s`} className="flex flex-wrap gap-x-4 gap-y-1">
      {counted.counts.map(({ state, word, tone, count }) => (
        <li
          key={state}
          className={clsx("flex items-center gap-1.5", count === 0 && "text-muted max-sm:sr-only")}
        >
          <TargetStateIcon state={state} tone={count === 0 ? "neutral" : tone} />
          <span>
            <span className={clsx(count > 0 && "font-semibold")}>{formatCount(count)}</span> {word}
          </span>
        </li>
      ))}
      {counted.unusable.map(({ word, text }) => (
        <li key={word} className="text-muted">
          {word}: AWS sent {text}
        </li>
      ))}
    </ul>
  );
}
