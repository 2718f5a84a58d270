import type { DeploymentAnswer, DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import { TargetsCard } from "./targets/TargetsCard.tsx";
import { TrafficCard } from "./traffic/TrafficCard.tsx";
import { AlsoSentCard, RawCard } from "./raw/RawCard.tsx";
import { BlueGreenCard } from "./settings/BlueGreenCard.tsx";
import { SettingsCard } from "./settings/SettingsCard.tsx";
import { WhatChangedCard } from "./changed/WhatChangedCard.tsx";

interface DeploymentDetailsProps extends DeploymentRef {
  answer: DeploymentAnswer;
  isPaused: boolean;
}

/** What changed, which target is at which step, and how the deployment was set up. */
export function DeploymentDetails({ answer, isPaused, region, deploymentId }: DeploymentDetailsProps) {
  const { deployment } = answer;
  return (
    <>
      <WhatChangedCard deployment={deployment} region={region} />
      <TrafficCard deployment={deployment} region={region} deploymentId={deploymentId} />
      <TargetsCard deployment={deployment} region={region} deploymentId={deploymentId} isPaused={isPaused} />
      <BlueGreenCard deployment={deployment} region={region} />
      <SettingsCard deployment={deployment} region={region} />
      <AlsoSentCard answer={answer} />
      <RawCard answer={answer} region={region} deploymentId={deploymentId} />
    </>
  );
}
