import { stackName, stackUrl } from "../../../aws-names/stacks.ts";
import { creatorWords } from "../../../codedeploy/deployment/creator-words.ts";
import { relatedDeployments } from "../../../codedeploy/deployment/related-deployments.ts";
import { rollback } from "../../../codedeploy/deployment/rollback.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Code } from "../../../ui/Code.tsx";
import { Property } from "../../../ui/PropertyList.tsx";
import { ConsoleLink } from "../../../ui/ExternalLink.tsx";
import { DeploymentLink } from "../../frame/Link.tsx";
import { useShownDeployment } from "../shown-deployment.ts";

/** Who or what started the deployment, in whose name, and which deployments belong to it. */
export function OriginFacts() {
  const { region, deployment } = useShownDeployment();
  const { creator, description, externalId } = deployment;
  const undoesId = rollback(deployment)?.undoesId;
  return (
    <>
      <Property name="Started by">
        <AwsText text={creatorWords(creator) ?? "not reported"} />
      </Property>
      {undoesId !== undefined && (
        <Property name="Rolls back">
          <DeploymentLink region={region} deploymentId={undoesId} />
        </Property>
      )}
      {description && (
        <Property name="Description">
          <AwsText text={description} />
        </Property>
      )}
      {externalId && <ExternalId externalId={externalId} />}
      <RelatedFacts />
    </>
  );
}

function ExternalId({ externalId }: { externalId: string }) {
  const stack = stackName(externalId);
  if (stack === undefined) {
    return (
      <Property name="External id">
        <Code text={externalId} copyAs="external id" />
      </Property>
    );
  }
  return (
    <Property name="CloudFormation stack">
      <ConsoleLink href={stackUrl(externalId)}>
        <Code text={stack} />
      </ConsoleLink>
    </Property>
  );
}

function RelatedFacts() {
  const { region, deployment } = useShownDeployment();
  const related = relatedDeployments(deployment);
  if (!related) return null;
  return (
    <>
      {related.rootId !== undefined && (
        <Property
          name="Update after"
          hint="It brings instances up to date that were left on an older revision."
        >
          <DeploymentLink region={region} deploymentId={related.rootId} />
        </Property>
      )}
      {related.updateIds.length > 0 && (
        <Property name="Updated by" hint="They bring instances up to date that this deployment left behind.">
          <ul className="flex flex-wrap gap-x-3 gap-y-1">
            {related.updateIds.map((id) => (
              <li key={id}>
                <DeploymentLink region={region} deploymentId={id} />
              </li>
            ))}
          </ul>
        </Property>
      )}
    </>
  );
}
