import { clsx } from "clsx";
import type { Tone } from "../../../codedeploy/deployment/status.ts";
import { TONE_FILL } from "../../frame/StatusIcon.tsx";

interface ProgressBarProps {
  /** Parts in their order, each as long as its share of the sum. Those of nothing are left out. */
  parts: readonly { key: string; tone: Tone; amount: number }[];
  /** Marks along the bar, in percent of its length. */
  ticks?: readonly number[];
}

/** Progress as a bar. A picture only: the words and numbers stand beside it. */
export function ProgressBar({ parts, ticks }: ProgressBarProps) {
  return (
    <div
      aria-hidden
      className="relative flex h-3 gap-0.5 overflow-hidden rounded-full border border-edge bg-page forced-color-adjust-none print:[print-color-adjust:exact]"
    >
      {parts
        .filter(({ amount }) => amount > 0)
        .map(({ key, tone, amount }) => (
          <div
            key={key}
            className={clsx(
              "min-w-1.5 transition-[flex-grow]",
              tone === "neutral" ? "bg-line" : TONE_FILL[tone],
            )}
            style={{ flexGrow: amount, flexBasis: 0 }}
          />
        ))}
      {ticks?.map((percent) => (
        <div key={percent} className="absolute inset-y-0 w-0.5 bg-edge" style={{ left: `${percent}%` }} />
      ))}
    </div>
  );
}
