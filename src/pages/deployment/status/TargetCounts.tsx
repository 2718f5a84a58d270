import { clsx } from "clsx";
import type { Deployment } from "../../../codedeploy/deployment/deployment.ts";
import type { Overview, StateCount } from "../../../codedeploy/deployment/overview.ts";
import { overview } from "../../../codedeploy/deployment/overview.ts";
import { platformFacts } from "../../../codedeploy/deployment/platform.ts";
import { isFinished } from "../../../codedeploy/deployment/status.ts";
import { formatCount, formatCountOf } from "../../../format/counts.ts";
import { TONE_FILL, TargetStateIcon } from "../../frame/StatusIcon.tsx";

/** How many targets are in which state: a bar, and the same in words and numbers. */
export function TargetCounts({ deployment }: { deployment: Deployment }) {
  const counted = overview(deployment);
  const { platform, targetNoun } = platformFacts(deployment);
  if (counted.kind === "reported") return <Counts counted={counted} noun={targetNoun} />;
  if (isFinished(deployment.status)) {
    return <p className="text-muted">AWS reported no counts of {targetNoun}s.</p>;
  }
  return (
    <div className="space-y-1.5">
      <ProgressBar counts={[]} />
      <p className="text-muted">
        Counts of {targetNoun}s are not reported.
        {platform === "ECS" && " For ECS they come at the end."}
      </p>
    </div>
  );
}

function Counts({ counted, noun }: { counted: Extract<Overview, { kind: "reported" }>; noun: string }) {
  const { counts, unusable, total, finished, percentFinished } = counted;
  return (
    <div className="space-y-1.5">
      <ProgressBar counts={counts} />
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 tabular-nums">
        <ul aria-label={`States of ${noun}s`} className="flex flex-wrap gap-x-4 gap-y-1">
          {counts.map(({ state, word, tone, count }) => (
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
          {unusable.map(({ word, text }) => (
            <li key={word} className="text-muted">
              {word}: AWS sent {text}
            </li>
          ))}
        </ul>
        <p className="text-muted">
          {formatCount(finished)} of {formatCountOf(total, noun)} finished
          {percentFinished !== undefined && ` (${percentFinished}%)`}
        </p>
      </div>
    </div>
  );
}

/**
 * Counts as a bar of segments, one a state, each as long as its share and never too thin to see. A picture
 * only: the words and numbers stand beside it.
 */
function ProgressBar({ counts }: { counts: readonly StateCount[] }) {
  const segments = counts.filter(({ count }) => count > 0);
  return (
    <div
      aria-hidden
      className="flex h-3 gap-0.5 overflow-hidden rounded-full border border-edge bg-page forced-color-adjust-none"
    >
      {segments.map(({ state, tone, count }) => (
        <div
          key={state}
          className={clsx(
            "min-w-1.5 transition-[flex-grow]",
            tone === "neutral" ? "bg-hover" : TONE_FILL[tone],
          )}
          style={{ flexGrow: count, flexBasis: 0 }}
        />
      ))}
    </div>
  );
}
