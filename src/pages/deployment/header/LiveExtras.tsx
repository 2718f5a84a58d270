import { Tv } from "lucide-react";
import { useEffect } from "react";
import { useAddress } from "../../../app/navigation.ts";
import type { DeploymentRef } from "../../../codedeploy/deployment/deployment.ts";
import type { LiveDeployment } from "../../../queries/deployment.ts";
import { Link } from "../../frame/Link.tsx";
import { rememberDeployment } from "../../home/recent-deployments.ts";
import { AlertMenu, useAlerts } from "./AlertMenu.tsx";
import { KeyboardHelp } from "./KeyboardHelp.tsx";

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

/** Leads to the same deployment as it is read from across the room. */
export function WallLink() {
  const address = useAddress();
  if (address.page !== "deployment") return null;
  const { region, deploymentId, view } = address;
  return (
    <Link
      to={{ page: "wall", deployments: [{ region, deploymentId }], view }}
      className="inline-flex size-7 items-center justify-center rounded-md hover:bg-hover"
    >
      <Tv aria-hidden size={16} />
      <span className="sr-only">Wall view</span>
    </Link>
  );
}
