import { clsx } from "clsx";
import type { TargetEntry } from "../../../codedeploy/targets/target-list.ts";
import { targetOf } from "../../../codedeploy/targets/target-list.ts";
import { shortText } from "../../../format/text.ts";
import { CutName } from "../../../ui/CutName.tsx";
import { TargetStateIcon, TONE_TEXT } from "../../frame/StatusIcon.tsx";
import { entryFacts, targetName } from "../../../codedeploy/targets/target-words.ts";

interface TargetCellProps {
  id: string;
  entry: TargetEntry | undefined;
  isTabStop: boolean;
}

/** The head of a target's row: what it is called and how it is. */
export function TargetCell({ id, entry, isTabStop }: TargetCellProps) {
  const { status, word, tone } = entryFacts(entry);
  const label = targetOf(entry)?.label;
  return (
    <button
      type="button"
      data-cell={0}
      tabIndex={isTabStop ? 0 : -1}
      className="flex h-full w-full items-center gap-1.5 px-3 text-left font-normal hover:bg-sunken print:flex-wrap print:px-1"
    >
      <TargetStateIcon state={status} tone={tone} />
      <CutName
        text={targetName(id)}
        className="min-w-0 flex-1 font-mono text-xs print:basis-[calc(100%-1.5rem)] print:whitespace-normal"
      />
      <span className={clsx("text-xs whitespace-nowrap", TONE_TEXT[tone])}>
        {label !== undefined && <span className="text-muted">{shortText(label, 12)} · </span>}
        {word}
      </span>
    </button>
  );
}
