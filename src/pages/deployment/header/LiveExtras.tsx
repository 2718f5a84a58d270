import { useEffect } from "react";
import type { DeploymentRef } from "../../../codedeploy/deployment/deployment.ts";
import type { LiveDeployment } from "../../../queries/deployment.ts";
import { rememberDeployment } from "../../home/recent-deployments.ts";
import { AlertMenu, useAlerts } from "./AlertMenu.tsx";
import { KeyboardHelp } from "./KeyboardHelp.tsx";

export interface LiveExtrasProps extends DeploymentRef {
  live: LiveDeployment;
  areKeysShown: boolean;
  showKeys: (areShown: boolean) => void;
}

/** What a reader does not need at once: being told of the end, the keyboard, and finding the deployment again on the home page. */
export function LiveExtras({ live, region, deploymentId, areKeysShown, showKeys }: LiveExtrasProps) {
  const deployment = live.answer?.deployment;
  useAlerts(live, { region, deploymentId });
  useEffect(() => {
    if (deployment) rememberDeployment({ region, deploymentId }, deployment);
  }, [region, deploymentId, deployment]);
  return (
    <>
      <AlertMenu />
      <KeyboardHelp live={live} region={region} isShown={areKeysShown} show={showKeys} />
    </>
  );
}
