import type { TimeLimit } from "../../../codedeploy/waiting/time-limit.ts";
import { timeLimit } from "../../../codedeploy/waiting/time-limit.ts";
import { Property } from "../../../ui/PropertyList.tsx";
import { useNow } from "../../../ui/clock.ts";
import { Timestamp } from "../../../ui/time.tsx";
import { useShownDeployment } from "../shown-deployment.ts";

const HOUR_MS = 3_600_000;

/** When CodeDeploy will end the deployment by itself; nothing where it has no limit that AWS documents. */
export function TimeLimitFact() {
  const limit = timeLimit(useShownDeployment().deployment);
  return limit && <NearLimit limit={limit} />;
}

/** Said only once half of the time is over. */
function NearLimit({ limit: { hours, atMs } }: { limit: TimeLimit }) {
  const halfMs = (hours * HOUR_MS) / 2;
  if (useNow() < atMs - halfMs) return null;
  return (
    <Property name="Time limit" hint={`CodeDeploy lets such a deployment run ${hours} hours.`}>
      <Timestamp atMs={atMs} />
    </Property>
  );
}
