import type { Alarm } from "../../../codedeploy/alarms/alarm.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Timestamp } from "../../../ui/time.tsx";

/** What an alarm compares with what; nothing where AWS does not say. */
export function AlarmCondition({ alarm: { condition } }: { alarm: Alarm }) {
  if (condition === undefined) return null;
  return (
    <p className="text-muted">
      In alarm when: <AwsText text={condition} />
    </p>
  );
}

/** An alarm's state, since when, and what makes it doubtful. */
export function AlarmState({ alarm: { state, sinceMs, doubt } }: { alarm: Alarm }) {
  return (
    <>
      <AwsText text={state} />
      {sinceMs !== undefined && (
        <>
          {" since "}
          <Timestamp atMs={sinceMs} />
        </>
      )}
      .{doubt !== undefined && ` ${doubt}`}
    </>
  );
}
