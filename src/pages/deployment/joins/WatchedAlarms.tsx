import type { Alarm } from "../../../codedeploy/alarms/alarm.ts";
import { firingWords } from "../../../codedeploy/alarms/alarm.ts";
import { formatCount, formatCountOf } from "../../../format/counts.ts";
import { useWatchedAlarms } from "../../../queries/joins/alarms.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Property, PropertyList } from "../../../ui/PropertyList.tsx";
import { partProblemWords } from "../part-problem-words.ts";
import { useShownDeployment } from "../shown-deployment.ts";
import { AlarmCondition, AlarmState } from "./AlarmFacts.tsx";
import { AlarmEntry } from "./AlarmNames.tsx";

/** The alarms that may stop a deployment that runs and are in alarm. Nothing while none is. */
export function FiringAlarms() {
  const { region, deployment } = useShownDeployment();
  const state = useWatchedAlarms(region, deployment, { polls: false });
  const firing = state?.alarms?.filter(({ isFiring }) => isFiring) ?? [];
  return firing.length > 0 && <Firing region={region} firing={firing} />;
}

/** How many alarms may stop a deployment that runs, and how they are. Nothing where none may. */
export function WatchedAlarms() {
  const { region, deployment } = useShownDeployment();
  const state = useWatchedAlarms(region, deployment, { polls: false });
  if (!state) return null;
  const { alarms, missing, error } = state;
  return (
    <PropertyList>
      <Property name="Alarms" hint={error && partProblemWords(error, "Not up to date")}>
        {alarms ? (
          <Watched region={region} alarms={alarms} missing={missing} />
        ) : (
          !error && "CloudWatch is being asked."
        )}
      </Property>
    </PropertyList>
  );
}

interface WatchedProps {
  region: string;
  alarms: readonly Alarm[];
  missing: readonly string[];
}

/** Their number, and below it those that are not in alarm, closed until somebody wants to read them; those in alarm stand above. */
function Watched({ region, alarms, missing }: WatchedProps) {
  const quiet = alarms.filter(({ isFiring }) => !isFiring);
  const words = <AwsText text={countWords(alarms, missing)} />;
  if (quiet.length === 0) return words;
  return (
    <details>
      <summary className="cursor-pointer">{words}</summary>
      <ul className="mt-2 space-y-2">
        {quiet.map((alarm) => (
          <AlarmEntry key={alarm.name} region={region} name={alarm.name}>
            <AlarmNow alarm={alarm} />
          </AlarmEntry>
        ))}
      </ul>
    </details>
  );
}

function Firing({ region, firing }: { region: string; firing: readonly Alarm[] }) {
  return (
    <Notice tone="fail" title={firingWords(firing) ?? ""}>
      <p className="mb-2">CodeDeploy stops a deployment when an alarm that it watches is in alarm.</p>
      <ul className="space-y-2">
        {firing.map((alarm) => (
          <AlarmEntry key={alarm.name} region={region} name={alarm.name}>
            <AlarmNow alarm={alarm} />
          </AlarmEntry>
        ))}
      </ul>
    </Notice>
  );
}

/** How an alarm is, why, and what it compares. */
function AlarmNow({ alarm }: { alarm: Alarm }) {
  return (
    <>
      <p>
        <AlarmState alarm={alarm} />
      </p>
      {alarm.reason !== undefined && (
        <p className="text-muted">
          <AwsText text={alarm.reason} />
        </p>
      )}
      <AlarmCondition alarm={alarm} />
    </>
  );
}

/** "2 watched, none in alarm.", and what is not known of them. */
function countWords(alarms: readonly Alarm[], missing: readonly string[]): string {
  const total = alarms.length + missing.length;
  const firingCount = alarms.filter(({ isFiring }) => isFiring).length;
  const unclear = alarms.filter(({ isFiring, state }) => !isFiring && state !== "OK");
  const others = [...new Set(unclear.map(({ state }) => state))].map(
    (state) => `${formatCount(unclear.filter((alarm) => alarm.state === state).length)}: ${state}.`,
  );
  const absent =
    missing.length === 0
      ? []
      : [
          `CloudWatch shows no alarm with ${missing.length === 1 ? "the name" : "the names"} ${missing.join(", ")}.`,
        ];
  // Of one that CloudWatch does not show, nobody knows.
  const none = missing.length === 0 ? "none in alarm" : "none known to be in alarm";
  const inAlarm = firingCount === 0 ? none : `${formatCount(firingCount)} in alarm`;
  return [`${formatCountOf(total, "alarm")} watched, ${inAlarm}.`, ...others, ...absent].join(" ");
}
