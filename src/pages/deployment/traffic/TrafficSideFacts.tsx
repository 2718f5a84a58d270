import { clsx } from "clsx";
import type { TaskSet } from "../../../codedeploy/targets/target.ts";
import type { TrafficSide } from "../../../codedeploy/traffic/traffic.ts";
import { formatCount } from "../../../format/counts.ts";
import { shortText } from "../../../format/text.ts";
import { Code } from "../../../ui/Code.tsx";

interface TrafficSideFactsProps {
  title: string;
  side: TrafficSide;
  /** What is being deployed, rather than what was there. */
  isNew: boolean;
}

/** One side of a shift: its share of the traffic as a bar and in words, and what stands behind it. */
export function TrafficSideFacts({ title, side, isNew }: TrafficSideFactsProps) {
  const { name, percent, taskSet } = side;
  return (
    <section aria-label={title} className="min-w-0 space-y-1.5">
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="font-semibold">{title}</h3>
        <p className="text-xl font-semibold tabular-nums">
          {percent === undefined ? (
            <span className="text-sm font-normal text-muted">share not reported</span>
          ) : (
            `${formatCount(percent)}%`
          )}
        </p>
      </div>
      <div
        aria-hidden
        className="h-3 overflow-hidden rounded-full border border-edge bg-page forced-color-adjust-none"
      >
        <div
          className={clsx("h-full transition-[width] duration-200", isNew ? "bg-ink" : "bg-edge")}
          style={{ width: `${percent ?? 0}%` }}
        />
      </div>
      {name !== undefined && (
        <p>
          <span className="text-muted">{taskSet ? "Task set" : "Version"}</span> <Code text={name} />
        </p>
      )}
      {taskSet && <TaskSetFacts taskSet={taskSet} />}
    </section>
  );
}

function TaskSetFacts({ taskSet }: { taskSet: TaskSet }) {
  const { desiredCount, pendingCount, runningCount, status, targetGroup } = taskSet;
  const counts = [
    [runningCount, "running"],
    [pendingCount, "pending"],
    [desiredCount, "desired"],
  ] as const;
  const words = counts.flatMap(([count, word]) =>
    typeof count === "number" ? [`${formatCount(count)} ${word}`] : [],
  );
  return (
    <>
      <p>
        <span className="text-muted">Tasks</span>{" "}
        <span className="tabular-nums">{words.length === 0 ? "not reported" : words.join(" · ")}</span>
      </p>
      <p className="text-muted">
        {status !== undefined && <>{shortText(status, 40)} in ECS</>}
        {targetGroup?.name !== undefined && (
          <>
            {status !== undefined && " · "}target group <Code text={targetGroup.name} />
          </>
        )}
      </p>
    </>
  );
}
