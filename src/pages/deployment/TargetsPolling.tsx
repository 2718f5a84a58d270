import { useTargetsPolling } from "../../queries/targets.tsx";
import { usePaused, useShownDeployment } from "./shown-deployment.ts";

/** Polls the targets for every part of the page that shows them. Renders nothing itself. */
export function TargetsPolling() {
  const { region, deploymentId } = useShownDeployment();
  useTargetsPolling({ region, deploymentId }, { isPaused: usePaused() });
  return null;
}
