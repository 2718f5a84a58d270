import type { Span } from "../../../codedeploy/deployment/timing.ts";
import { formatDuration } from "../../../format/duration.ts";
import { useGroupHistory } from "../../../queries/group-history.ts";
import { useNow } from "../../../ui/clock.ts";
import { DeploymentLink } from "../../frame/Link.tsx";
import { useShownDeployment } from "../shown-deployment.ts";

/** "usually 3m, 1m over": how the deployment compares with the last successes of its group. */
export function UsualDuration({ span }: { span: Span }) {
  const { region, deployment } = useShownDeployment();
  const usualMs = useGroupHistory(region, deployment)?.usualMs;
  if (usualMs === undefined || span.kind === "unknown") return null;
  return (
    <span title="The median of the last successful deployments of this group">
      {" "}
      · usually {formatDuration(usualMs)}
      {span.kind === "total" ? (
        overBy(span.lengthMs - usualMs)
      ) : (
        <OverSoFar usualMs={usualMs} sinceMs={span.sinceMs} />
      )}
    </span>
  );
}

/** A leaf of its own, since it looks at the clock. */
function OverSoFar({ usualMs, sinceMs }: { usualMs: number; sinceMs: number }) {
  return overBy(useNow() - sinceMs - usualMs);
}

/** How much longer than usual; nothing while it is not. */
function overBy(differenceMs: number): string {
  return differenceMs >= 1_000 ? `, ${formatDuration(differenceMs)} over` : "";
}

/** The deployments of the same group before and after this one. */
export function GroupNeighbours() {
  const { region, deployment } = useShownDeployment();
  const { previousId, nextId } = useGroupHistory(region, deployment) ?? {};
  if (previousId === undefined && nextId === undefined) return null;
  return (
    <nav
      aria-label="Deployments of the same group"
      className="flex flex-wrap gap-x-4 text-xs [&_a]:inline-flex [&_a]:min-h-6 [&_a]:items-center"
    >
      {previousId !== undefined && (
        <span>
          <span className="text-muted">Before: </span>
          <DeploymentLink region={region} deploymentId={previousId} />
        </span>
      )}
      {nextId !== undefined && (
        <span>
          <span className="text-muted">After: </span>
          <DeploymentLink region={region} deploymentId={nextId} />
        </span>
      )}
    </nav>
  );
}
