import { useGroupHistory } from "../../../queries/group-history.ts";
import { DeploymentLink } from "../../frame/Link.tsx";
import { useShownDeployment } from "../shown-deployment.ts";

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
