import { clsx } from "clsx";
import type { StateCount } from "../../../codedeploy/deployment/overview.ts";
import { TONE_FILL } from "../../frame/tone.ts";

/**
 * Counts as a bar of segments, one a state, each as long as its share and never too thin to see. A picture
 * only: the words and numbers stand beside it.
 */
export function ProgressBar({ counts }: { counts: readonly StateCount[] }) {
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
