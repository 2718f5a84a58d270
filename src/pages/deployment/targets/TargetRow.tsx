import { ChevronRight } from "lucide-react";
import { memo } from "react";
import type { TargetEntry } from "../../../codedeploy/targets/target-list.ts";
import { targetOf } from "../../../codedeploy/targets/target-list.ts";
import { Elapsed } from "../../../ui/Elapsed.tsx";
import { TargetStateIcon } from "../../frame/TargetStateIcon.tsx";
import { TONE_TEXT } from "../../frame/tone.ts";
import { eventWords } from "../../../codedeploy/targets/event-words.ts";
import { keyEvent } from "./key-event.ts";
import { entryFacts, eventName, targetName } from "../../../codedeploy/targets/target-words.ts";
import { openTarget } from "./targets-view.ts";

interface TargetRowProps {
  id: string;
  /** Keeps its identity from poll to poll unless the target has changed. */
  entry: TargetEntry | undefined;
}

/** A target with its state and the event that matters now. Memoised, as a poll changes few of them. */
export const TargetRow = memo(function TargetRow({ id, entry }: TargetRowProps) {
  const target = targetOf(entry);
  const { status, word, tone } = entryFacts(entry);
  const found = target && keyEvent(target);
  const timing = found && eventWords(found.event).timing;
  return (
    <button
      type="button"
      onClick={() => openTarget(id, found?.key)}
      className="flex h-full w-full items-center gap-2 px-3 text-left"
    >
      <TargetStateIcon state={status} tone={tone} />
      <span className="min-w-0 flex-1">
        <bdi className="block truncate font-mono text-xs">{targetName(id)}</bdi>
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
