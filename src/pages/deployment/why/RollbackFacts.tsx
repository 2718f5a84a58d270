import type { RollbackOutlook } from "../../../codedeploy/deployment/rollback-outlook.ts";
import { outlookWords, rollbackOutlook } from "../../../codedeploy/deployment/rollback-outlook.ts";
import { rollback } from "../../../codedeploy/deployment/rollback.ts";
import { moment } from "../../../codedeploy/deployment/timing.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Property } from "../../../ui/PropertyList.tsx";
import { useNow } from "../../../ui/clock.ts";
import { DeploymentLink } from "../../frame/Link.tsx";
import { useShownDeployment } from "../shown-deployment.ts";

/** Both directions of a rollback as properties, each with a link to the other deployment; else what becomes of it. */
export function RollbackFacts() {
  const { region, deployment } = useShownDeployment();
  const found = rollback(deployment);
  const outlook = rollbackOutlook(deployment);
  if (!found) return outlook && <Outlook outlook={outlook} endedAtMs={moment(deployment.completeTime)} />;
  const { undoneById, undoesId, message } = found;
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

/** What becomes of an automatic rollback. Looks at the clock: "yet" is right for some minutes only. */
function Outlook({ outlook, endedAtMs }: { outlook: RollbackOutlook; endedAtMs: number | undefined }) {
  return <Property name="Rollback">{outlookWords(outlook, endedAtMs, useNow())}</Property>;
}
