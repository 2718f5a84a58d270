import { useMemo, useState } from "react";
import { useAddress } from "../../app/navigation.ts";
import { visibleText } from "../../format/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Link } from "../frame/Link.tsx";

/** Which deployments of a list are to be compared: two at most. */
export interface CompareChoice {
  chosen: readonly string[];
  /** Adds a deployment or takes it away. */
  toggle: (deploymentId: string) => void;
  clear: () => void;
}

/** Starts with none. */
export function useCompareChoice(): CompareChoice {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return useMemo(
    () => ({
      chosen,
      toggle: (id) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]),
      clear: () => setChosen([]),
    }),
    [chosen],
  );
}

interface CompareBoxProps {
  choice: CompareChoice;
  deploymentId: string;
}

/** Puts a deployment on one side of a comparison. Once two are chosen, the others wait until one is taken away. */
export function CompareBox({ choice: { chosen, toggle }, deploymentId }: CompareBoxProps) {
  const isOn = chosen.includes(deploymentId);
  return (
    // Above the row's link, which covers all of the row.
    <label className="relative z-1 -mx-1 grid size-6 shrink-0 place-items-center print:hidden">
      <span className="sr-only">Compare {visibleText(deploymentId)}</span>
      <input
        type="checkbox"
        className="size-4"
        checked={isOn}
        disabled={!isOn && chosen.length === 2}
        onChange={() => toggle(deploymentId)}
      />
    </label>
  );
}

/** How to compare two deployments, then the way there; always of one height. */
export function CompareBar({ region, choice: { chosen, clear } }: { region: string; choice: CompareChoice }) {
  const { view } = useAddress();
  const [one, other] = chosen;
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-3 text-xs print:hidden">
      {one !== undefined && other !== undefined ? (
        <Link
          to={{ page: "compare", region, deploymentIds: [one, other], view }}
          className="inline-flex min-h-6 items-center wrap-anywhere"
        >
          Compare {visibleText(one)} with {visibleText(other)}
        </Link>
      ) : (
        <p className="text-muted">
          {one === undefined
            ? "Choose two deployments to compare them."
            : `Choose another one to compare with ${visibleText(one)}.`}
        </p>
      )}
      {one !== undefined && (
        <Button size="small" look="bare" onClick={clear}>
          Choose none
        </Button>
      )}
    </div>
  );
}
