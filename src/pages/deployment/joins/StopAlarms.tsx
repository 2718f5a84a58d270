import type { Alarm } from "../../../codedeploy/alarms/alarm.ts";
import type { AlarmOnset } from "../../../codedeploy/alarms/alarm-onset.ts";
import { useStopAlarms } from "../../../queries/joins/alarms.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Duration, Timestamp } from "../../../ui/time.tsx";
import { useShownDeployment } from "../shown-deployment.ts";
import { partProblemWords } from "../part-problem-words.ts";
import { AlarmCondition, AlarmState } from "./AlarmFacts.tsx";
import { AlarmEntry } from "./AlarmNames.tsx";

/** The alarms that stopped a deployment: what each compares, when and why it went into alarm, and how it was when the page asked. */
export function StopAlarms({ alarmNames }: { alarmNames: readonly string[] }) {
  const { region, deployment } = useShownDeployment();
  const { alarms, onsets, error } = useStopAlarms(region, deployment);
  return (
    <>
      <ul className="space-y-2">
        {alarmNames.map((name) => (
          <AlarmEntry key={name} region={region} name={name}>
            <StopAlarm
              alarm={alarms?.find((each) => each.name === name)}
              isMissing={alarms !== undefined && !alarms.some((each) => each.name === name)}
              onset={onsets?.get(name)}
              stoppedAtMs={deployment.completeTime}
            />
          </AlarmEntry>
        ))}
      </ul>
      {error && <p className="text-muted">{partProblemWords(error, "More about them is not shown")}</p>}
    </>
  );
}

interface StopAlarmProps {
  alarm: Alarm | undefined;
  /** Whether CloudWatch was asked and did not answer this one: it is gone, or the role may not see it. */
  isMissing: boolean;
  onset: AlarmOnset | undefined;
  stoppedAtMs: number | undefined;
}

function StopAlarm({ alarm, isMissing, onset, stoppedAtMs }: StopAlarmProps) {
  return (
    <>
      {onset && (
        <>
          <p>
            {onset.isOlder ? "Was in alarm before the deployment was created, since " : "Went into alarm at "}
            <Timestamp atMs={onset.atMs} />
            {!onset.isOlder && stoppedAtMs !== undefined && stoppedAtMs > onset.atMs && (
              <>
                , <Duration lengthMs={stoppedAtMs - onset.atMs} /> before the stop
              </>
            )}
            .
          </p>
          {onset.reason !== undefined && (
            <p className="text-muted">
              <AwsText text={onset.reason} />
            </p>
          )}
        </>
      )}
      {isMissing && <p className="text-muted">CloudWatch shows no alarm with this name.</p>}
      {alarm && (
        <>
          <AlarmCondition alarm={alarm} />
          <p className="text-muted">
            Last known: <AlarmState alarm={alarm} />
          </p>
        </>
      )}
    </>
  );
}
