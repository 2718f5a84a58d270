import type { Deployment, DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import { useTargets } from "../../queries/targets.ts";
import { laterPart } from "../../ui/later-part.tsx";

const FailureHeadline = laterPart(
  "What the targets say",
  async () => (await import("../deployment/status/FailureHeadline.tsx")).FailureHeadline,
  { place: "phrase" },
);

interface WallHeadlineProps extends DeploymentRef {
  deployment: Deployment;
}

/** Where it failed, in a line. Asks for targets, so it stands only where one has failed. */
export function WallHeadline({ deployment, ...ref }: WallHeadlineProps) {
  useTargets(ref, { isPaused: false });
  return <FailureHeadline {...ref} deployment={deployment} />;
}
