import { addressFault } from "../../codedeploy/deployment/address-fault.ts";
import type { DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import { AddressFaultPage } from "./later-parts.tsx";
import { WatchedDeployment } from "./WatchedDeployment.tsx";

interface DeploymentPageProps extends DeploymentRef {
  /** The Regions that this installation shows. */
  regions: readonly string[];
}

/** What an address with a Region and an id leads to; one that can name no deployment is told so without asking AWS. */
export function DeploymentPage({ region, deploymentId, regions }: DeploymentPageProps) {
  const fault = addressFault({ region, deploymentId }, regions);
  if (fault)
    return <AddressFaultPage fault={fault} region={region} deploymentId={deploymentId} regions={regions} />;
  return <WatchedDeployment region={region} deploymentId={deploymentId} regions={regions} />;
}
