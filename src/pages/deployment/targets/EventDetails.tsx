import { diagnosticsFacts } from "../../../codedeploy/failure/diagnostics.ts";
import type { LifecycleEvent } from "../../../codedeploy/targets/lifecycle-event.ts";
import { isFromPreviousRevision } from "../../../codedeploy/failure/previous-revision.ts";
import { scriptOutcome } from "../../../codedeploy/failure/script-outcome.ts";
import type { Target } from "../../../codedeploy/targets/target.ts";
import { failureAdvice } from "../../../codedeploy/failure/failure-advice.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Code } from "../../../ui/Code.tsx";
import { Property, PropertyList } from "../../../ui/PropertyList.tsx";
import { EventLog } from "./EventLog.tsx";
import { EventTimes } from "./EventTimes.tsx";
import { PREVIOUS_REVISION, outcomeWords } from "../../../codedeploy/failure/failure-words.ts";

interface EventDetailsProps {
  target: Target;
  event: LifecycleEvent;
  deploymentStatus: string | undefined;
}

/** What is known of one lifecycle event of one target: times, script, message, code, and the log. */
export function EventDetails({ target, event, deploymentStatus }: EventDetailsProps) {
  const { diagnostics, name } = event;
  const { script } = scriptOutcome(diagnostics);
  const hasFailed = event.status === "Failed";
  const outcome = outcomeWords(diagnostics);
  const advice = failureAdvice(
    { kind: "event", event: name, diagnostics, atMs: undefined },
    target.facts.kind,
    deploymentStatus,
  );
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
          <Property name="Code" hint={hasFailed ? undefined : diagnosticsFacts(code).meaning}>
            <Code text={code} />
          </Property>
        )}
        {hasFailed && <Property name="What to do">{advice.nextStep}</Property>}
      </PropertyList>
      <EventLog logTail={diagnostics?.logTail} name={script ?? name} kind={target.facts.kind} />
    </div>
  );
}
