import type { Deployment } from "../../domain/deployment.ts";
import { visibleText } from "../../format/visible-text.ts";
import { Code } from "../../ui/Code.tsx";

interface DeploymentTitleProps {
  deployment: Deployment | undefined;
  deploymentId: string;
}

/** The page's heading: application, deployment group and id; before the first answer the id that the address has. */
export function DeploymentTitle({ deployment, deploymentId }: DeploymentTitleProps) {
  const names = [deployment?.applicationName, deployment?.deploymentGroupName].filter(
    (name) => name !== undefined,
  );
  return (
    <h1 className="flex min-w-0 flex-wrap items-center gap-x-2">
      {names.length > 0 && (
        <span className="min-w-0 truncate font-semibold">
          {names.map((name, index) => (
            <span key={index}>
              {index > 0 && <span className="font-normal text-muted"> / </span>}
              <bdi>{visibleText(name)}</bdi>
            </span>
          ))}
        </span>
      )}
      <Code text={deploymentId} copyAs="deployment id" />
    </h1>
  );
}
