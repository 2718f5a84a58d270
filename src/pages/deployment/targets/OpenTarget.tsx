import { X } from "lucide-react";
import { clsx } from "clsx";
import type { RefObject } from "react";
import { useId } from "react";
import { keyedEvents } from "../../../codedeploy/targets/event-columns.ts";
import type { TargetEntry } from "../../../codedeploy/targets/target-list.ts";
import { targetOf } from "../../../codedeploy/targets/target-list.ts";
import { targetStatusFacts } from "../../../codedeploy/targets/target-status.ts";
import { eventName, labelWords, targetName, targetUrl } from "../../../codedeploy/targets/target-words.ts";
import type { Target } from "../../../codedeploy/targets/target.ts";
import { shortText } from "../../../format/text.ts";
import { Button } from "../../../ui/Button.tsx";
import { Code } from "../../../ui/Code.tsx";
import { Dialog } from "../../../ui/dialog/Dialog.tsx";
import { ConsoleLink } from "../../../ui/ExternalLink.tsx";
import { Timestamp } from "../../../ui/time.tsx";
import { TONE_TEXT, TargetStateIcon } from "../../frame/StatusIcon.tsx";
import { EventDetails } from "./EventDetails.tsx";
import { TargetSteps } from "./TargetSteps.tsx";
import { useOpenedFocus } from "./opened-focus.ts";

interface OpenTargetProps {
  region: string;
  id: string;
  entry: TargetEntry | undefined;
  /** Whether AWS has listed the targets, so that one that is not among them is not there. */
  isListed: boolean;
  eventKey: string | undefined;
  /** A panel below the matrix; otherwise a dialog over the page. */
  isWide: boolean;
  /** Is told what had the focus when it opened, unless that was the page. */
  openerRef: RefObject<HTMLElement | null>;
  /** Whether a link to this page opened it, rather than its reader. */
  isLinkedRef: RefObject<boolean>;
  onClose: () => void;
}

/** Everything about one target, or about one of its events. */
export function OpenTarget(props: OpenTargetProps) {
  const { region, id, entry, isListed, eventKey, isWide, onClose } = props;
  const titleId = useId();
  const target = targetOf(entry);
  const event = target && eventKey !== undefined ? keyedEvents(target).get(eventKey) : undefined;
  const headRef = useOpenedFocus(props, `${id} ${eventKey}`, event !== undefined);
  const content = (
    <>
      <header
        ref={headRef}
        className={clsx(
          "flex items-start justify-between gap-3",
          !isWide && "sticky -top-3 -mx-4 -mt-3 bg-page px-4 pt-3",
        )}
      >
        <h3 id={titleId} className="min-w-0 font-semibold">
          {eventKey !== undefined && `${eventName(eventKey)} on `}
          <Code text={targetName(id)} />
        </h3>
        <Button
          size="small"
          look="bare"
          aria-label="Close the details"
          onClick={({ currentTarget }) => (isWide ? onClose() : currentTarget.closest("dialog")?.close())}
        >
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
      {target && event && <EventDetails key={`${id} ${eventKey}`} target={target} event={event} />}
    </>
  );
  if (isWide) {
    return (
      <section
        data-opened
        tabIndex={-1}
        aria-labelledby={titleId}
        className="scroll-my-4 space-y-3 rounded-md border border-edge px-4 py-3 outline-none"
      >
        {content}
      </section>
    );
  }
  return (
    <Dialog
      name={{ titleId }}
      onClose={onClose}
      className="m-0 mt-auto max-h-[90dvh] w-full max-w-full space-y-3 overflow-y-auto rounded-t-lg border-t px-4 py-3"
    >
      {content}
    </Dialog>
  );
}

interface TargetFactsProps {
  region: string;
  target: Target;
  /** AWS does not report it any more. */
  isGone: boolean;
}

/** What a target is and how it is, in one line, with the way to its own page. */
function TargetFacts({ region, target, isGone }: TargetFactsProps) {
  const { word, tone } = targetStatusFacts(target.status);
  const { facts } = target;
  const href = targetUrl(region, target);
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted">
      <span className={`inline-flex items-center gap-1.5 font-medium ${TONE_TEXT[tone]}`}>
        <TargetStateIcon state={target.status} tone={tone} />
        Target {shortText(word, 40)}
      </span>
      {isGone && <span>No longer reported by AWS: this is how it was last seen.</span>}
      {target.label !== undefined && <span>{labelWords(target.label)}</span>}
      {facts.kind === "cloudformation" && facts.resourceType !== undefined && (
        <span className="font-mono text-xs">{shortText(facts.resourceType)}</span>
      )}
      {facts.kind === "unknown" && (
        <span>
          A type of target that this version of the page does not know
          {facts.typeName !== undefined && `: ${shortText(facts.typeName)}`}
        </span>
      )}
      {target.lastUpdatedMs !== undefined && (
        <span>
          Updated <Timestamp atMs={target.lastUpdatedMs} />
        </span>
      )}
      {href !== undefined && <ConsoleLink href={href}>Open in the AWS console</ConsoleLink>}
    </p>
  );
}
