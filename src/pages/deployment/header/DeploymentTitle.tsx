import type { Deployment } from "../../../codedeploy/deployment/deployment.ts";
import { visibleText } from "../../../format/text.ts";
import { Code } from "../../../ui/Code.tsx";

interface DeploymentTitleProps {
  deployment: Deployment | undefined;
  deploymentId: string;
}

/** The page's heading: application, deployment group and id; before the first answer the id that the address has. */
export function DeploymentTitle({ deployment, deploymentId }: DeploymentTitleProps) {
  const { applicationName, deploymentGroupName } = deployment ?? {};
  return (
    <h1 className="flex min-w-0 items-center gap-x-2 max-xl:flex-wrap">
      {applicationName && (
        <bdi className="min-w-0 truncate font-semibold">{visibleText(applicationName)}</bdi>
      )}
      {applicationName && deploymentGroupName && <span className="text-muted">/</span>}
      {deploymentGroupName && (
        // The shorter name of the two as a rule: cut as much as the other, nothing would be left of it.
        <bdi className="min-w-0 truncate font-semibold xl:max-w-1/4 xl:shrink-0">
          {visibleText(deploymentGroupName)}
        </bdi>
      )}
      <span className="shrink-0">
        <Code text={deploymentId} copyAs="deployment id" />
      </span>
    </h1>
  );
}
