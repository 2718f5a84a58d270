import { clsx } from "clsx";
import { useMemo } from "react";
import { isFinished } from "../../../codedeploy/deployment/status.ts";
import type { EventColumn } from "../../../codedeploy/targets/event-columns.ts";
import type { TargetList } from "../../../codedeploy/targets/target-list.ts";
import { knownTargets } from "../../../codedeploy/targets/target-list.ts";
import { eventName } from "../../../codedeploy/targets/target-words.ts";
import type { Target } from "../../../codedeploy/targets/target.ts";
import { eventsNow } from "../../../codedeploy/waiting/events-now.ts";
import { formatCount, formatCountOf } from "../../../format/counts.ts";
import { useShownDeployment } from "../shown-deployment.ts";

interface FleetEventsProps {
  list: TargetList;
  /** The lifecycle events of the targets, in their order. */
  columns: readonly EventColumn[];
}

/**
 * How many of the targets in progress are at which event, or before it, as bars: a row for each event from the beginning, so that what
 * stands below stays where it is while the fleet is read and moves on.
 */
export function FleetEvents({ list, columns }: FleetEventsProps) {
  const { deployment } = useShownDeployment();
  const rows = useMemo(() => eventRows(knownTargets(list), columns), [list, columns]);
  const most = Math.max(...rows.map(({ within, before }) => within + before));
  if (isFinished(deployment.status) && most <= 0) return null;
  const total = rows.reduce((sum, { within, before }) => sum + within + before, 0);
  return (
    <div>
      <h3 className="mb-1 text-xs font-medium">
        {total > 0 ? formatCountOf(total, "target") : "Targets"} in progress, by lifecycle event
      </h3>
      <ul className="grid grid-cols-[max-content_minmax(0,1fr)] items-center gap-x-3 gap-y-0.5 text-xs tabular-nums">
        {rows.map(({ event, within, before }) => (
          <li key={event} className="col-span-2 grid min-h-4 grid-cols-subgrid items-center">
            <span>{eventName(event)}</span>
            <span className="flex items-center gap-2">
              <Bar share={within / most} className="bg-run" />
              <Bar share={before / most} className="border border-line bg-sunken" />
              {within + before > 0 && <span>{countsWords(within, before)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Bar({ share, className }: { share: number; className: string }) {
  if (!(share > 0)) return null;
  return (
    <span
      aria-hidden
      className={clsx("h-2.5 rounded-sm forced-color-adjust-none", className)}
      style={{ width: `${share * 60}%` }}
    />
  );
}

function countsWords(within: number, before: number): string {
  return [within > 0 && formatCount(within), before > 0 && `${formatCount(before)} before it`]
    .filter(Boolean)
    .join(", ");
}

/** How many targets are at an event, and how many wait before it. */
interface EventRow {
  event: string;
  within: number;
  before: number;
}

/** A row for each column, in the order of the lifecycle, and one for each event beside them that targets are at. */
function eventRows(targets: readonly Target[], columns: readonly EventColumn[]): EventRow[] {
  const rows = new Map(columns.map(({ name }) => [name, { event: name, within: 0, before: 0 }]));
  for (const { event, place, count } of eventsNow(targets)) {
    const row = rows.get(event) ?? { event, within: 0, before: 0 };
    rows.set(event, row);
    row[place === "in" ? "within" : "before"] += count;
  }
  return [...rows.values()];
}
