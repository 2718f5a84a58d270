import { useEffect, useMemo, useRef, useState } from "react";
import type { EventColumn } from "../../../codedeploy/targets/event-columns.ts";
import type { TargetList } from "../../../codedeploy/targets/target-list.ts";
import { targetOrder, searchTargets } from "../../../codedeploy/targets/target-search.ts";
import { labelSummary } from "../../../codedeploy/targets/target-summary.ts";
import { Button } from "../../../ui/Button.tsx";
import { useMedia } from "../../../ui/browser/use-media.ts";
import { OpenTarget } from "./OpenTarget.tsx";
import { TargetFilters } from "./TargetFilters.tsx";
import { TargetMatrix } from "./TargetMatrix.tsx";
import { TargetRows } from "./TargetRows.tsx";
import { TargetTimes } from "./TargetTimes.tsx";
import { focused, giveFocusBack } from "./opened-focus.ts";
import { changeTargetsView, closeTarget, useTargetsView } from "./targets-view.ts";

interface TargetsBrowserProps {
  region: string;
  list: TargetList;
  columns: readonly EventColumn[];
  showFirst: (ids: readonly string[]) => void;
}

/** The listed targets: narrowed down, as steps or on a time axis, and the one that is open. */
export function TargetsBrowser(props: TargetsBrowserProps) {
  const { region, list, columns, showFirst } = props;
  const view = useTargetsView();
  const [text, setText] = useState("");
  const isWide = useMedia("print, (min-width: 48rem)");
  const frameRef = useRef<HTMLDivElement>(null);
  const openerRef = useRef<HTMLElement>(null);
  const isLinkedRef = useRef(true);
  useEffect(() => {
    isLinkedRef.current = false;
  }, []);
  const { status = "", label = "", layout, target, event } = view;
  const ids = useMemo(
    () => searchTargets(list, targetOrder(list), { text, state: status, label }),
    [list, text, status, label],
  );
  const hasLabels = useMemo(() => labelSummary(list).length > 0, [list]);
  const close = () => {
    // A dialog has given it back by now, and a reader who is elsewhere stays there.
    const at = focused();
    if (target !== undefined && (!at || at.closest("[data-opened], dialog")))
      giveFocusBack(frameRef.current, openerRef.current, target);
    closeTarget();
  };
  const shared = { list, ids, showFirst };
  return (
    <div
      // It has nothing of its own to press: Escape bubbles up from the controls inside.
      role="presentation"
      ref={frameRef}
      className="space-y-3"
      onKeyDown={(pressed) => {
        if (pressed.key === "Escape" && isWide && target !== undefined) close();
      }}
    >
      <TargetFilters list={list} text={text} onSearch={setText} hasLayouts={isWide} />
      {ids.length === 0 && (
        <p className="text-muted">
          No target fits.{" "}
          <Button
            size="small"
            onClick={() => {
              setText("");
              changeTargetsView({ status: undefined, label: undefined });
            }}
          >
            Show all
          </Button>
        </p>
      )}
      {!isWide && <TargetRows {...shared} />}
      {isWide && ids.length > 0 && layout === undefined && (
        <TargetMatrix {...shared} columns={columns} hasLabels={hasLabels} />
      )}
      {isWide && ids.length > 0 && layout === "times" && <TargetTimes {...shared} />}
      {target !== undefined && (
        <OpenTarget
          region={region}
          id={target}
          entry={list.entries.get(target)}
          isListed={list.stage === "listed"}
          eventKey={event}
          isWide={isWide}
          openerRef={openerRef}
          isLinkedRef={isLinkedRef}
          onClose={close}
        />
      )}
    </div>
  );
}
