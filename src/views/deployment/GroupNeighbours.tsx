import type { Deployment } from "../../domain/deployment.ts";
import { useGroupHistory } from "../../queries/use-group-history.ts";
import { DeploymentLink } from "../DeploymentLink.tsx";

interface GroupNeighboursProps {
  region: string;
  deployment: Deployment;
}

/** The deployments of the same group before and after this one. */
export function GroupNeighbours({ region, deployment }: GroupNeighboursProps) {
  const { previousId, nextId } = useGroupHistory(region, deployment) ?? {};
  if (previousId === undefined && nextId === undefined) return null;
  return (
    <nav aria-label="Deployments of the same group" className="flex flex-wrap gap-x-6 gap-y-1">
      {previousId !== undefined && (
        <span>
          <span className="text-muted">Before it: </span>
          <DeploymentLink region={region} deploymentId={previousId} />
        </span>
      )}
      {nextId !== undefined && (
        <span>
          <span className="text-muted">After it: </span>
          <DeploymentLink region={region} deploymentId={nextId} />
        </span>
      )}
    </nav>
  );
}
