import type { DeploymentAnswer, DeploymentRef } from "../../domain/deployment.ts";
import { AlsoSentCard } from "./AlsoSentCard.tsx";
import { BlueGreenCard } from "./BlueGreenCard.tsx";
import { RawCard } from "./RawCard.tsx";
import { SettingsCard } from "./SettingsCard.tsx";
import { WhatChangedCard } from "./WhatChangedCard.tsx";

interface DeploymentDetailsProps extends DeploymentRef {
  answer: DeploymentAnswer;
}

/** What changed, and how the deployment was set up. */
export function DeploymentDetails({ answer, region, deploymentId }: DeploymentDetailsProps) {
  const { deployment } = answer;
  return (
    <>
      <WhatChangedCard deployment={deployment} region={region} />
      <BlueGreenCard deployment={deployment} region={region} />
      <SettingsCard deployment={deployment} region={region} />
      <AlsoSentCard answer={answer} />
      <RawCard answer={answer} region={region} deploymentId={deploymentId} />
    </>
  );
}
