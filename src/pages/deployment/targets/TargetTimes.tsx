import { useMemo } from "react";
import { keyedEvents } from "../../../codedeploy/targets/event-columns.ts";
import { timeAxis } from "../../../codedeploy/targets/event-time-axis.ts";
import type { TargetList } from "../../../codedeploy/targets/target-list.ts";
import { knownTargets, targetOf } from "../../../codedeploy/targets/target-list.ts";
import { formatDuration } from "../../../format/duration.ts";
import { useNow } from "../../../ui/clock.ts";
import { waitEndMs } from "../../../codedeploy/waiting/waited-time.ts";
import { useWaits } from "../use-waits.ts";
import { TargetGrid } from "./TargetGrid.tsx";
import { TimesCells } from "./TimesCells.tsx";
import { WaitsLine } from "./WaitBars.tsx";
import { openTarget } from "./targets-view.ts";

const TARGET_REM = 17;
const TRACK_REM = 30;
/** The axis grows in steps; only the bars that run are drawn anew each second. */
const GROWS_BY_MS = 15_000;

interface TargetTimesProps {
  list: TargetList;
  ids: readonly string[];
  showFirst: (ids: readonly string[]) => void;
}

/** When each event ran, and what ran at once. The matrix is the same as a table. */
export function TargetTimes({ list, ids, showFirst }: TargetTimesProps) {
  const axisEndMs = Math.ceil(useNow() / GROWS_BY_MS) * GROWS_BY_MS;
  const waits = useWaits();
  const axis = useMemo(
    () =>
      timeAxis(knownTargets(list), axisEndMs, Math.max(...waits.map((wait) => waitEndMs(wait, axisEndMs)))),
    [list, axisEndMs, waits],
  );
  const columnCount = useMemo(
    () => 1 + Math.max(0, ...knownTargets(list).map(({ events }) => events.length)),
    [list],
  );
  if (!axis) return <p className="text-muted">AWS reports no time of a lifecycle event.</p>;
  const open = (id: string, column: number) => {
    const target = targetOf(list.entries.get(id));
    openTarget(id, target && [...keyedEvents(target).keys()][column - 1]);
  };
  return (
    <>
      <WaitsLine waits={waits} />
      <TargetGrid
        name="Targets and when their lifecycle events ran"
        list={list}
        ids={ids}
        columnCount={columnCount}
        targetRem={TARGET_REM}
        minWidthRem={TARGET_REM + TRACK_REM}
        showFirst={showFirst}
        onOpen={open}
        head={
          <th scope="col" className="sticky top-0 z-2 bg-sunken p-0 font-medium print:static">
            <span className="sr-only">Time since the first event</span>
            <span aria-hidden className="relative block h-11 text-muted tabular-nums">
              {axis.ticks.map(({ atMs, share }) => (
                <span
                  key={atMs}
                  className="absolute bottom-1 border-l border-line pl-1"
                  style={{ left: `${share * 100}%` }}
                >
                  {formatDuration(atMs - axis.startMs)}
                </span>
              ))}
            </span>
          </th>
        }
        renderCells={(row) => <TimesCells {...row} axis={axis} waits={waits} />}
      />
    </>
  );
}
