import type { FormEvent, KeyboardEvent } from "react";
import { useId, useState } from "react";
import { navigate, useAddress } from "../../app/navigation.ts";
import { regionToChoose, searchDeployment } from "../../codedeploy/find/deployment-search.ts";
import { findDeployments } from "../../codedeploy/find/find-deployments.ts";
import { Button } from "../../ui/Button.tsx";
import { SearchFeedback } from "./SearchFeedback.tsx";
import { listAddress } from "./list-address.ts";
import { useRecentDeployments } from "./recent-deployments.ts";

/** The box grows no further. */
const MAX_ROWS = 8;

/** One box for whatever a person has at hand. It says at once what it has recognised; Enter opens it. */
export function DeploymentFinder({ regions }: { regions: readonly string[] }) {
  const { view } = useAddress();
  const lastRegion = useRecentDeployments().find((recent) => regions.includes(recent.region))?.region;
  const [text, setText] = useState("");
  const [found, setFound] = useState(() => findDeployments(""));
  const [chosenRegion, setChosenRegion] = useState<string>();
  const [isSubmitted, setSubmitted] = useState(false);
  const id = useId();

  const region = chosenRegion ?? lastRegion ?? regions[0] ?? "";
  const search = searchDeployment(found, region, regions);
  const isRefused = isSubmitted && (search.kind === "nothing" || search.kind === "region-not-served");

  const change = (changed: string) => {
    const foundNow = findDeployments(changed);
    setText(changed);
    setFound(foundNow);
    setSubmitted(false);
    setChosenRegion(regionToChoose(foundNow, regions) ?? chosenRegion);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (search.kind === "one") navigate({ page: "deployment", ...search.ref, view });
    else if (search.kind === "lists" && search.lists.length === 1)
      navigate(listAddress(search.lists[0], view));
    else setSubmitted(true);
  };

  return (
    <form onSubmit={submit} className="space-y-3">
      <label htmlFor={`${id}-text`} className="block font-medium">
        Deployment id, console link, command or notification
      </label>
      <textarea
        id={`${id}-text`}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- pasting here is what the page is for
        autoFocus
        // Where the browser does not size it by its content.
        rows={text.split("\n", MAX_ROWS).length}
        value={text}
        onChange={(event) => change(event.target.value)}
        onKeyDown={submitOnEnter}
        placeholder="d-74D35AS7C"
        aria-invalid={isRefused}
        aria-describedby={`${id}-feedback`}
        autoCapitalize="none"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        className="field-sizing-content block max-h-48 min-h-11 w-full resize-none rounded-md border border-edge bg-page px-3 py-2.5 font-mono placeholder:text-muted"
      />
      <SearchFeedback id={`${id}-feedback`} search={search} isRefused={isRefused} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <RegionSelect regions={regions} value={region} onChange={setChosenRegion} />
        <Button type="submit" look="primary">
          {search.kind === "lists" ? "Open" : "Open deployment"}
        </Button>
      </div>
    </form>
  );
}

/** Enter opens, as in any search box; with Shift it is a new line. Not while an input method is composing. */
function submitOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

interface RegionSelectProps {
  regions: readonly string[];
  value: string;
  onChange: (region: string) => void;
}

/** The Region to look in, where the text does not say. */
function RegionSelect({ regions, value, onChange }: RegionSelectProps) {
  const id = useId();
  return (
    <div className="flex items-center gap-2">
      <label htmlFor={id}>Region</label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="control rounded-md border border-edge bg-page px-2"
      >
        {regions.map((region) => (
          <option key={region}>{region}</option>
        ))}
      </select>
    </div>
  );
}
