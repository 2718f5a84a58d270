import type { Rollback, RollbackOutlook } from "../../../codedeploy/deployment/rollback.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Property } from "../../../ui/PropertyList.tsx";
import { DeploymentLink } from "../../frame/DeploymentLink.tsx";

interface RollbackFactsProps {
  region: string;
  rollback: Rollback | undefined;
  outlook: RollbackOutlook | undefined;
}

const OUTLOOKS: Readonly<Record<RollbackOutlook, string>> = {
  expected: "Automatic rollback is on for this; AWS names no rollback deployment yet.",
  "not-for-this": "None. Automatic rollback is on, but not for how this deployment ended.",
  off: "None. Automatic rollback is off for this deployment.",
};

/** Both directions of a rollback as properties, each with a link to the other deployment. */
export function RollbackFacts({ region, rollback, outlook }: RollbackFactsProps) {
  if (!rollback) return outlook && <Property name="Rollback">{OUTLOOKS[outlook]}</Property>;
  const { undoneById, undoesId, message } = rollback;
  return (
    <>
      {undoneById !== undefined && (
        <Property name="Rolled back by">
          <DeploymentLink region={region} deploymentId={undoneById} />
        </Property>
      )}
      {undoesId !== undefined && (
        <Property name="Rolls back">
          <DeploymentLink region={region} deploymentId={undoesId} />
        </Property>
      )}
      {message !== undefined && (
        <Property name="AWS on the rollback">
          <AwsText text={message} />
        </Property>
      )}
    </>
  );
}
