import type { DeploymentRef } from "../../domain/deployment.ts";
import type { LiveDeployment } from "../../queries/use-deployment.ts";
import { AlertMenu } from "../alerts/AlertMenu.tsx";
import { useAlerts } from "../alerts/use-alerts.ts";
import { KeyboardHelp } from "../shortcuts/KeyboardHelp.tsx";
import { WallLink } from "./WallLink.tsx";

interface LiveExtrasProps extends DeploymentRef {
  live: LiveDeployment;
}

/** What a reader's hand does not need at once: being told of the end, the wall view, and the keyboard. */
export function LiveExtras({ live, region, deploymentId }: LiveExtrasProps) {
  useAlerts(live, { region, deploymentId });
  return (
    <>
      <AlertMenu />
      <WallLink />
      <KeyboardHelp live={live} />
    </>
  );
}
