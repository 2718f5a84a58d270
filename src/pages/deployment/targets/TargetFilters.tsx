import { useId, useMemo } from "react";
import type { TargetList } from "../../../codedeploy/targets/target-list.ts";
import { labelSummary, targetSummary } from "../../../codedeploy/targets/target-summary.ts";
import { formatCount } from "../../../format/counts.ts";
import { shortText } from "../../../format/text.ts";
import { Choice } from "../../../ui/Choice.tsx";
import { ToggleButton } from "../../../ui/ToggleButton.tsx";
import { TargetStateIcon } from "../../frame/StatusIcon.tsx";
import { labelWords } from "../../../codedeploy/targets/target-words.ts";
import { changeTargetsView, useTargetsView } from "./targets-view.ts";

interface TargetFiltersProps {
  list: TargetList;
  text: string;
  onSearch: (text: string) => void;
  /** Whether there is room for another layout than a list. */
  hasLayouts: boolean;
}

/** A state or label that nobody knows yet may be longer than a phone is wide. */
const FOREIGN_WORDS = "max-w-full whitespace-normal! wrap-anywhere";

const LAYOUTS = { steps: "Steps", times: "Times" };

/** Counts per state, which filter; the search; and the choice between steps and times. */
export function TargetFilters({ list, text, onSearch, hasLayouts }: TargetFiltersProps) {
  const { status, label, layout } = useTargetsView();
  const states = useMemo(() => targetSummary(list), [list]);
  const labels = useMemo(() => labelSummary(list), [list]);
  const searchId = useId();
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <fieldset className="flex flex-wrap gap-1.5">
        <legend className="sr-only">Show only the targets in a state</legend>
        {(list.ids.length > 1 || status !== undefined) &&
          states.map(({ key, word, tone, count }) => (
            <ToggleButton
              key={key}
              isOn={status === key}
              className={FOREIGN_WORDS}
              onClick={() => changeTargetsView({ status: status === key ? undefined : key })}
            >
              <TargetStateIcon state={key} tone={tone} />
              <span className="tabular-nums">{formatCount(count)}</span> {shortText(word, 40)}
            </ToggleButton>
          ))}
      </fieldset>
      {labels.length > 0 && (
        <fieldset className="flex flex-wrap gap-1.5">
          <legend className="sr-only">Show only original or replacement targets</legend>
          {labels.map(({ label: own, count }) => (
            <ToggleButton
              key={own}
              isOn={label === own}
              className={FOREIGN_WORDS}
              onClick={() => changeTargetsView({ label: label === own ? undefined : own })}
            >
              {labelWords(own)} <span className="tabular-nums">{formatCount(count)}</span>
            </ToggleButton>
          ))}
        </fieldset>
      )}
      {(list.ids.length > 5 || text !== "") && (
        <>
          <label htmlFor={searchId} className="sr-only">
            Search the targets by id
          </label>
          <input
            id={searchId}
            type="search"
            placeholder="Search by id"
            value={text}
            onChange={(event) => onSearch(event.target.value)}
            className="control-small w-44 rounded-md border border-edge bg-page px-2 text-xs"
          />
        </>
      )}
      {hasLayouts && (
        <div className="ml-auto">
          <Choice
            name="Layout"
            isNameHidden
            words={LAYOUTS}
            chosen={layout ?? "steps"}
            choose={(chosen) => changeTargetsView({ layout: chosen === "times" ? chosen : undefined })}
          />
        </div>
      )}
    </div>
  );
}
