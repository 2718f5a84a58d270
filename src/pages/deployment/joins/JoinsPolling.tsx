import { useEffect } from "react";
import { isFinished } from "../../../codedeploy/deployment/status.ts";
import { hasFirstDetails } from "../../../codedeploy/targets/target-list.ts";
import { useStopAlarms, useWatchedAlarms } from "../../../queries/joins/alarms.ts";
import { useHook } from "../../../queries/joins/hook-log.ts";
import { useReplacementTasks } from "../../../queries/joins/replacement-tasks.ts";
import { useScalingActivities } from "../../../queries/joins/scaling-activities.ts";
import { useTargetHealth } from "../../../queries/joins/target-health.ts";
import { useTargetList } from "../../../queries/targets.tsx";
import { usePaused, useShownDeployment } from "../shown-deployment.ts";
import { useAreJoinPartsThere } from "./JoinParts.tsx";

interface JoinsPollingProps {
  /** Called once the other services have answered for the first time, or are known not to, and what shows it is there. */
  onAnswered: () => void;
}

/** Keeps what other services tell up to date, for every part of the page that shows it. Renders nothing itself. */
export function JoinsPolling(props: JoinsPollingProps) {
  return isFinished(useShownDeployment().deployment.status) ? (
    <OfEnded {...props} />
  ) : (
    <OfRunning {...props} />
  );
}

function OfRunning({ onAnswered }: JoinsPollingProps) {
  const { region, deployment } = useShownDeployment();
  const how = { polls: !usePaused() };
  const alarms = useWatchedAlarms(region, deployment, how);
  const tasks = useReplacementTasks(region, deployment, how);
  const health = useTargetHealth(region, deployment, how);
  const hook = useHook(region, deployment);
  const fleet = useScalingActivities(region, deployment, how);
  useOnceAnswered([alarms, tasks, health, hook, fleet], onAnswered);
  return null;
}

/** Asks once, and again only for what could not be had: nothing changes any more. */
function OfEnded({ onAnswered }: JoinsPollingProps) {
  const { region, deployment } = useShownDeployment();
  const how = { polls: !usePaused() };
  const alarms = useStopAlarms(region, deployment);
  const tasks = useReplacementTasks(region, deployment, how);
  const hook = useHook(region, deployment);
  const fleet = useScalingActivities(region, deployment, how);
  useOnceAnswered([alarms, tasks, hook, fleet], onAnswered);
  return null;
}

/** Which service and which target groups are asked about, the targets tell: until they have, nothing is known to be answered. */
function useOnceAnswered(
  states: readonly ({ isAsking: boolean } | undefined)[],
  onAnswered: () => void,
): void {
  const list = useTargetList();
  const areShownAtOnce = useAreJoinPartsThere();
  const isAnswered =
    areShownAtOnce && hasFirstDetails(list) && states.every((state) => state?.isAsking !== true);
  useEffect(() => {
    if (isAnswered) onAnswered();
  }, [isAnswered, onAnswered]);
}
