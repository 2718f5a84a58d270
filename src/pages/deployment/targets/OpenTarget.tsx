import { X } from "lucide-react";
import { useId } from "react";
import { keyedEvents } from "../../../codedeploy/targets/event-columns.ts";
import type { TargetEntry } from "../../../codedeploy/targets/target-list.ts";
import { targetOf } from "../../../codedeploy/targets/target-list.ts";
import { Button } from "../../../ui/Button.tsx";
import { Code } from "../../../ui/Code.tsx";
import { EventDetails } from "./EventDetails.tsx";
import { TargetFacts } from "./TargetFacts.tsx";
import { TargetSteps } from "./TargetSteps.tsx";
import { eventName } from "../../../codedeploy/targets/target-words.ts";

interface OpenTargetProps {
  region: string;
  id: string;
  entry: TargetEntry | undefined;
  /** Whether AWS has listed the targets, so that one that is not among them is not there. */
  isListed: boolean;
  eventKey: string | undefined;
  deploymentStatus: string | undefined;
  /** A panel below the matrix; otherwise a dialog over the page. */
  isWide: boolean;
  onClose: () => void;
}

/** Everything about one target, or about one of its events. */
export function OpenTarget(props: OpenTargetProps) {
  const { region, id, entry, isListed, eventKey, deploymentStatus, isWide, onClose } = props;
  const titleId = useId();
  const target = targetOf(entry);
  const event = target && eventKey !== undefined ? keyedEvents(target).get(eventKey) : undefined;
  const content = (
    <>
      <header className="flex items-start justify-between gap-3">
        <h3 id={titleId} className="min-w-0 font-semibold">
          {eventKey !== undefined && `${eventName(eventKey)} on `}
          <Code text={id} />
        </h3>
        <Button size="small" look="bare" aria-label="Close the details" onClick={onClose}>
          <X aria-hidden size={16} />
        </Button>
      </header>
      {!target && (
        <p className="text-muted">
          {isListed && !entry ? "This deployment has no target of this id." : "Details are not loaded yet."}
        </p>
      )}
      {target && <TargetFacts region={region} target={target} isGone={entry?.kind === "gone"} />}
      {target && <TargetSteps target={target} eventKey={eventKey} />}
      {target && eventKey !== undefined && !event && (
        <p className="text-muted">This target has no such event.</p>
      )}
      {target && event && <EventDetails target={target} event={event} deploymentStatus={deploymentStatus} />}
    </>
  );
  if (isWide) {
    return (
      <section
        ref={arrive}
        tabIndex={-1}
        aria-labelledby={titleId}
        className="scroll-my-4 space-y-3 rounded-md border border-edge px-4 py-3 outline-none"
      >
        {content}
      </section>
    );
  }
  return (
    <dialog
      ref={showModal}
      aria-labelledby={titleId}
      onClose={onClose}
      className="m-0 mt-auto max-h-[90dvh] w-full max-w-full space-y-3 overflow-y-auto rounded-t-lg border-t border-edge bg-page px-4 py-3 text-ink backdrop:bg-ink/40"
    >
      {content}
    </dialog>
  );
}

function showModal(dialog: HTMLDialogElement | null): void {
  if (dialog && !dialog.open) dialog.showModal();
}

/** What a reader opened takes the focus and comes in sight; what a link opened comes in sight with its row. */
function arrive(panel: HTMLElement | null): void {
  const frame = panel?.parentElement;
  if (!panel || !frame) return;
  if (frame.contains(document.activeElement)) {
    panel.focus({ preventScroll: true });
    panel.scrollIntoView({ block: "nearest" });
  } else {
    frame.scrollIntoView({ block: "start" });
  }
}
