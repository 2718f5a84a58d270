import { ChevronRight } from "lucide-react";
import { memo, useEffect, useMemo } from "react";
import { keyedEvents } from "../../../codedeploy/targets/event-columns.ts";
import { eventWords } from "../../../codedeploy/targets/event-time-axis.ts";
import type { LifecycleEvent } from "../../../codedeploy/targets/lifecycle-event.ts";
import type { TargetEntry, TargetList } from "../../../codedeploy/targets/target-list.ts";
import { targetOf } from "../../../codedeploy/targets/target-list.ts";
import { entryFacts, eventName, targetName } from "../../../codedeploy/targets/target-words.ts";
import type { Target } from "../../../codedeploy/targets/target.ts";
import { CutName } from "../../../ui/CutName.tsx";
import { useRowWindow } from "../../../ui/rows/row-window.ts";
import { Elapsed } from "../../../ui/time.tsx";
import { TONE_TEXT, TargetStateIcon } from "../../frame/StatusIcon.tsx";
import { openTarget } from "./targets-view.ts";

/** As tall as the row in {@link TargetRow}'s markup. */
const ROW_PX = 56;
const VISIBLE_ROWS = 10;

interface TargetRowsProps {
  list: TargetList;
  ids: readonly string[];
  showFirst: (ids: readonly string[]) => void;
}

/** The targets where there is no room for a matrix: each with the step that matters now. */
export function TargetRows({ list, ids, showFirst }: TargetRowsProps) {
  const { regionRef, onScroll, first, end } = useRowWindow<HTMLElement>(ids.length, ROW_PX, VISIBLE_ROWS);
  const drawn = useMemo(() => ids.slice(first, end), [ids, first, end]);
  // What a reader looks at is asked for first.
  useEffect(() => showFirst(drawn), [showFirst, drawn]);
  if (ids.length === 0) return null;
  return (
    <section
      ref={regionRef}
      aria-label="List of targets"
      onScroll={onScroll}
      className="overflow-y-auto rounded-md border border-line"
      style={{ maxHeight: `${VISIBLE_ROWS * ROW_PX}px` }}
    >
      <ul style={{ paddingTop: `${first * ROW_PX}px`, paddingBottom: `${(ids.length - end) * ROW_PX}px` }}>
        {drawn.map((id) => (
          <li key={id} className="h-14 border-b border-line last:border-b-0">
            <TargetRow id={id} entry={list.entries.get(id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface TargetRowProps {
  id: string;
  /** Keeps its identity from poll to poll unless the target has changed. */
  entry: TargetEntry | undefined;
}

/** A target with its state and the event that matters now. Memoised, as a poll changes few of them. */
const TargetRow = memo(function TargetRow({ id, entry }: TargetRowProps) {
  const target = targetOf(entry);
  const { status, word, tone } = entryFacts(entry);
  const found = target && keyEvent(target);
  const timing = found && eventWords(found.event).timing;
  return (
    <button
      type="button"
      data-target={id}
      onClick={() => openTarget(id, found?.key)}
      className="flex h-full w-full items-center gap-2 px-3 text-left"
    >
      <TargetStateIcon state={status} tone={tone} />
      <span className="min-w-0 flex-1">
        <CutName text={targetName(id)} className="flex font-mono text-xs" />
        <span className="block truncate text-xs text-muted">
          <span className={`font-medium ${TONE_TEXT[tone]}`}>{word}</span>
          {found && ` · ${eventName(found.key)}`}
          {timing?.kind === "running" && (
            <>
              {" · "}
              <Elapsed sinceMs={timing.sinceMs} />
            </>
          )}
        </span>
      </span>
      <ChevronRight aria-hidden size={16} className="text-muted" />
    </button>
  );
});

/** The event of a target that a person asks for first: the last that failed, else the one that runs. */
function keyEvent(target: Target): { key: string; event: LifecycleEvent } | undefined {
  const events = [...keyedEvents(target)].map(([key, event]) => ({ key, event }));
  return (
    events.findLast(({ event }) => event.status === "Failed") ??
    events.find(({ event }) => event.status === "InProgress")
  );
}
