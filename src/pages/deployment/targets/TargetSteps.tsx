import { clsx } from "clsx";
import { keyedEvents } from "../../../codedeploy/targets/event-columns.ts";
import type { Target } from "../../../codedeploy/targets/target.ts";
import { Elapsed } from "../../../ui/time.tsx";
import { TargetStateIcon } from "../../frame/StatusIcon.tsx";
import { eventSentence, eventWords } from "../../../codedeploy/targets/event-time-axis.ts";
import { eventName } from "../../../codedeploy/targets/target-words.ts";
import { openTarget } from "./targets-view.ts";

/** The lifecycle events of one target in their order, to step through. */
export function TargetSteps({ target, eventKey }: { target: Target; eventKey: string | undefined }) {
  const events = [...keyedEvents(target)];
  if (events.length === 0) return <p className="text-muted">AWS reports no lifecycle events of it.</p>;
  return (
    <ol className="flex flex-wrap gap-1.5">
      {events.map(([key, event]) => {
        const words = eventWords(event);
        const name = eventName(key);
        return (
          <li key={key}>
            <button
              type="button"
              aria-current={key === eventKey ? "step" : undefined}
              aria-label={eventSentence(name, words)}
              onClick={() => openTarget(target.id, key)}
              className={clsx(
                "inline-flex control-small items-center gap-1 rounded-md border px-1.5 text-xs",
                key === eventKey ? "border-ink bg-sunken font-medium" : "border-line hover:bg-sunken",
              )}
            >
              <TargetStateIcon state={event.status} tone={words.tone} />
              {name}
              <span className="text-muted tabular-nums">
                {words.timing.kind === "running" ? (
                  <Elapsed sinceMs={words.timing.sinceMs} />
                ) : (
                  (words.length ?? words.word)
                )}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
