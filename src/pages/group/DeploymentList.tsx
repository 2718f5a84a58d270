import { useMemo } from "react";
import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import { rollbackJoints } from "../../codedeploy/group/rollback-joints.ts";
import { RowList } from "../frame/RowList.tsx";
import type { CompareChoice } from "./CompareChoice.tsx";
import { DeploymentRow } from "./DeploymentRow.tsx";
import type { DurationScale } from "./DurationBar.tsx";

interface DeploymentListProps {
  region: string;
  /** Newest first. */
  deployments: readonly Deployment[];
  scale: DurationScale;
  choice: CompareChoice;
}

/** A group's deployments, a row each. */
export function DeploymentList({ region, deployments, scale, choice }: DeploymentListProps) {
  const joints = useMemo(() => rollbackJoints(deployments), [deployments]);
  return (
    <RowList
      name="Deployments, newest first"
      isReversed
      items={deployments}
      keyOf={({ deploymentId }, place) => deploymentId ?? place}
      rowPx={64}
      rowClass="h-16"
      visibleRows={12}
    >
      {(deployment, place) => (
        <DeploymentRow
          region={region}
          deployment={deployment}
          joint={joints[place]}
          scale={scale}
          choice={deployments.length > 1 ? choice : undefined}
        />
      )}
    </RowList>
  );
}
