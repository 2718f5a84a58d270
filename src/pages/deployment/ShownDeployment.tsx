import type { DeploymentAnswer, DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import type { LiveDeployment } from "../../queries/deployment.ts";
import { DeploymentCards } from "./DeploymentCards.tsx";
import { RefreshFailure } from "./RefreshFailure.tsx";
import { StatusAnnouncer } from "./StatusAnnouncer.tsx";

interface ShownDeploymentProps extends DeploymentRef {
  live: LiveDeployment;
  answer: DeploymentAnswer;
}

/** The last good answer, with a word about refreshing when that fails. */
export function ShownDeployment({ live, answer, region, deploymentId }: ShownDeploymentProps) {
  const { deployment } = answer;
  return (
    <div className="space-y-4">
      <RefreshFailure live={live} />
      <DeploymentCards
        answer={answer}
        isPaused={live.isPaused}
        transitions={live.transitions}
        region={region}
        deploymentId={deploymentId}
      />
      <StatusAnnouncer status={deployment.status} />
    </div>
  );
}
