import { useEffect } from "react";
import type { DeploymentRef } from "../../../codedeploy/deployment/deployment.ts";
import type { LiveDeployment } from "../../../queries/deployment.ts";
import { AlertMenu } from "./AlertMenu.tsx";
import { useAlerts } from "./use-alerts.ts";
import { rememberDeployment } from "../../home/recent-deployments.ts";
import { KeyboardHelp } from "./KeyboardHelp.tsx";
import { WallLink } from "./WallLink.tsx";

interface LiveExtrasProps extends DeploymentRef {
  live: LiveDeployment;
}

/**
 * What a reader does not need at once: being told of the end, the wall view, the keyboard, and finding the deployment again
 * on the home page.
 */
export function LiveExtras({ live, region, deploymentId }: LiveExtrasProps) {
  const deployment = live.answer?.deployment;
  useAlerts(live, { region, deploymentId });
  useEffect(() => {
    if (deployment) rememberDeployment({ region, deploymentId }, deployment);
  }, [region, deploymentId, deployment]);
  return (
    <>
      <AlertMenu />
      <WallLink />
      <KeyboardHelp live={live} />
    </>
  );
}
