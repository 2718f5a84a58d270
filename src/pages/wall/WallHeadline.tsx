import type { Deployment, DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import { useTargets } from "../../queries/targets.ts";
import { FailureHeadline } from "../deployment/later-parts.tsx";

interface WallHeadlineProps extends DeploymentRef {
  deployment: Deployment;
}

/** Where it failed, in a line. Asks for targets, so it stands only where one has failed. */
export function WallHeadline({ deployment, ...ref }: WallHeadlineProps) {
  useTargets(ref, { isPaused: false });
  return <FailureHeadline {...ref} deployment={deployment} />;
}
