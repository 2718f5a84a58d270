import type { RedactionChoice, RedactionCounts } from "../../../codedeploy/sharing/redaction.ts";
import { REDACTION_WORDS } from "../../../codedeploy/sharing/redaction.ts";
import { formatCount } from "../../../format/counts.ts";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { keysOf } from "../../../values/look-up.ts";

interface RedactionFieldsProps {
  choice: RedactionChoice;
  choose: (choice: RedactionChoice) => void;
  /** What was taken out by the present choice. */
  counts: RedactionCounts;
}

/** What is taken out before anything leaves, each kind with how much of it there was. */
export function RedactionFields({ choice, choose, counts }: RedactionFieldsProps) {
  return (
    <fieldset>
      <legend className="font-semibold">Leave out</legend>
      <div className="grid gap-x-6 sm:grid-cols-2">
        {keysOf(REDACTION_WORDS).map((kind) => (
          <Checkbox
            key={kind}
            label={`${REDACTION_WORDS[kind]}${counts[kind] === undefined ? "" : ` (${formatCount(counts[kind])})`}`}
            isOn={choice[kind]}
            set={(isOn) => choose({ ...choice, [kind]: isOn })}
          />
        ))}
      </div>
    </fieldset>
  );
}
