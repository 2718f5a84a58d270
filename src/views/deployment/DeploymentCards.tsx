import { Suspense, lazy } from "react";
import type { DeploymentAnswer, DeploymentRef } from "../../domain/deployment.ts";
import { HappeningNow } from "./HappeningNow.tsx";
import { StatusStrip } from "./StatusStrip.tsx";
import { WhyCard } from "./WhyCard.tsx";

/** What is not needed to say whether a deployment is fine, and why not, comes in a chunk of its own. */
const DeploymentDetails = lazy(async () => ({
  default: (await import("./DeploymentDetails.tsx")).DeploymentDetails,
}));

interface DeploymentCardsProps extends DeploymentRef {
  answer: DeploymentAnswer;
}

/** Everything of an answer, in the order of a person's questions. */
export function DeploymentCards({ answer, region, deploymentId }: DeploymentCardsProps) {
  const { deployment } = answer;
  return (
    <>
      <StatusStrip deployment={deployment} />
      <WhyCard deployment={deployment} region={region} />
      <HappeningNow deployment={deployment} region={region} />
      <Suspense fallback={null}>
        <DeploymentDetails answer={answer} region={region} deploymentId={deploymentId} />
      </Suspense>
    </>
  );
}
