import { noLogWords, successWords } from "../../../codedeploy/failure/diagnostics.ts";
import { failureAdvice } from "../../../codedeploy/failure/failure-advice.ts";
import { PREVIOUS_REVISION, outcomeWords } from "../../../codedeploy/failure/failure-groups.ts";
import type { LogLine } from "../../../codedeploy/failure/log-tail.ts";
import { logLines } from "../../../codedeploy/failure/log-tail.ts";
import { scriptOutcome } from "../../../codedeploy/failure/script-outcome.ts";
import { eventFailure, isFromPreviousRevision } from "../../../codedeploy/failure/target-failure.ts";
import { eventTiming } from "../../../codedeploy/targets/event-time-axis.ts";
import { eventDoer } from "../../../codedeploy/targets/event-doer.ts";
import type { LifecycleEvent } from "../../../codedeploy/targets/lifecycle-event.ts";
import { targetStatusFacts } from "../../../codedeploy/targets/target-status.ts";
import type { Target } from "../../../codedeploy/targets/target.ts";
import { shortText } from "../../../format/text.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Code } from "../../../ui/Code.tsx";
import type { LogViewLine } from "../../../ui/log/LogLine.tsx";
import { LogView } from "../../../ui/log/LogView.tsx";
import { Property, PropertyList } from "../../../ui/PropertyList.tsx";
import { Duration, Elapsed, Timestamp } from "../../../ui/time.tsx";
import { useShownDeployment } from "../shown-deployment.ts";

interface EventDetailsProps {
  target: Target;
  event: LifecycleEvent;
}

/** What is known of one lifecycle event of one target: times, script, message, code, and the log. */
export function EventDetails({ target, event }: EventDetailsProps) {
  const { deployment } = useShownDeployment();
  const { diagnostics, name } = event;
  const { script } = scriptOutcome(diagnostics);
  const hasFailed = event.status === "Failed";
  const outcome = outcomeWords(diagnostics);
  const advice = failureAdvice(eventFailure(event, target), target, deployment);
  const doer = eventDoer(name, target.facts.kind);
  const code = diagnostics?.errorCode;
  return (
    <div className="space-y-3">
      {hasFailed && <p className="font-semibold">{outcome ?? advice.meaning}</p>}
      <PropertyList>
        <Property name="When">
          <EventTimes event={event} />
        </Property>
        {script !== undefined && (
          <Property
            name="Script"
            hint={
              isFromPreviousRevision(name) && target.facts.kind === "instance" ? PREVIOUS_REVISION : undefined
            }
          >
            <Code text={script} copyAs="script" />
          </Property>
        )}
        {diagnostics?.message !== undefined && (
          <Property name="AWS says">
            <AwsText text={diagnostics.message} />
          </Property>
        )}
        {code !== undefined && (
          <Property name="Code" hint={hasFailed ? undefined : successWords(event, doer)}>
            <Code text={code} />
          </Property>
        )}
        {hasFailed && <Property name="What to do">{advice.nextStep}</Property>}
      </PropertyList>
      <EventLog logTail={diagnostics?.logTail} name={script ?? name} noLog={noLogWords(event, doer)} />
    </div>
  );
}

interface EventLogProps {
  logTail: string | undefined;
  /** What wrote it. */
  name: string;
  /** Why there is none. */
  noLog: string;
}

/** What the event's script wrote last, or why there is nothing to show. */
function EventLog({ logTail, name, noLog }: EventLogProps) {
  if (logTail !== undefined) {
    return (
      <div data-log className="scroll-my-4 space-y-1">
        <p className="text-xs text-muted">
          The last lines that the agent kept (about 2 KB). The whole log is on the instance.
        </p>
        <LogView name={`Log of ${shortText(name)}`} lines={viewLines(logLines(logTail))} raw={logTail} />
      </div>
    );
  }
  return <p className="text-muted">{noLog}</p>;
}

/** What the scripts wrote, each under its head where there are several. */
function viewLines(lines: readonly LogLine[]): LogViewLine[] {
  const hasSeveral = lines.filter(({ kind }) => kind === "script").length > 1;
  return lines.flatMap(({ kind, text }) => {
    if (kind === "event" || (kind === "script" && !hasSeveral)) return [];
    return kind === "stderr" || kind === "script" ? { text, note: kind } : { text };
  });
}

/** The state of an event, how long it took and when, as far as AWS tells. */
function EventTimes({ event }: { event: LifecycleEvent }) {
  const timing = eventTiming(event);
  const word = shortText(targetStatusFacts(event.status).word, 40);
  switch (timing.kind) {
    case "ran":
      return (
        <>
          {word} after <Duration lengthMs={timing.lengthMs} />, started <Timestamp atMs={timing.startMs} />
        </>
      );
    case "running":
      return (
        <>
          {word} for <Elapsed sinceMs={timing.sinceMs} />, started <Timestamp atMs={timing.sinceMs} />
        </>
      );
    case "started":
      return (
        <>
          {word}, started <Timestamp atMs={timing.startMs} />; AWS reports no end
        </>
      );
    case "ended":
      return (
        <>
          {word}, ended <Timestamp atMs={timing.endMs} />; AWS reports no start
        </>
      );
    case "reversed":
      return (
        <>
          {word}; AWS reports a start at <Timestamp atMs={timing.startMs} /> after the end at{" "}
          <Timestamp atMs={timing.endMs} />
        </>
      );
    case "none":
      return <>{word}; AWS reports no times</>;
  }
}
