import type { TimeLimit } from "../../../codedeploy/waiting/time-limit.ts";
import { Property } from "../../../ui/PropertyList.tsx";
import { Timestamp } from "../../../ui/Timestamp.tsx";
import { useNow } from "../../../ui/use-now.ts";

const HOUR_MS = 3_600_000;

/** When CodeDeploy will end the deployment by itself; said only once half of that time is over. */
export function TimeLimitFact({ limit: { hours, atMs } }: { limit: TimeLimit }) {
  const halfMs = (hours * HOUR_MS) / 2;
  if (useNow() < atMs - halfMs) return null;
  return (
    <Property name="Time limit" hint={`CodeDeploy lets such a deployment run ${hours} hours.`}>
      <Timestamp atMs={atMs} />
    </Property>
  );
}
