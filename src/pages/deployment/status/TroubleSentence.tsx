import type { ReactNode } from "react";
import { firingWords } from "../../../codedeploy/alarms/alarm.ts";
import type { Deployment } from "../../../codedeploy/deployment/deployment.ts";
import { overview } from "../../../codedeploy/deployment/overview.ts";
import { isFinished } from "../../../codedeploy/deployment/status.ts";
import { failureCause } from "../../../codedeploy/failure/failure-cause.ts";
import type { FailedActivities } from "../../../codedeploy/scaling/scaling-activity.ts";
import { fleetCause, fleetWords } from "../../../codedeploy/scaling/scaling-activity.ts";
import type { StoppedTasksOf } from "../../../codedeploy/tasks/stopped-groups.ts";
import { stoppedCause, stoppedWords } from "../../../codedeploy/tasks/stopped-groups.ts";
import { useWatchedAlarms } from "../../../queries/joins/alarms.ts";
import { useReplacementTasks } from "../../../queries/joins/replacement-tasks.ts";
import { useScalingActivities } from "../../../queries/joins/scaling-activities.ts";
import { useShownDeployment } from "../shown-deployment.ts";

/**
 * What CloudWatch, ECS or Auto Scaling say goes wrong while a deployment runs, and what ECS or Auto Scaling say of one that ended before
 * its tasks were healthy or its instances were there, in one line; without that, what CodeDeploy says.
 */
export function TroubleSentence({ otherwise }: { otherwise: ReactNode }) {
  const { region, deployment } = useShownDeployment();
  const alarms = useWatchedAlarms(region, deployment, { polls: false })?.alarms ?? [];
  const known = useReplacementTasks(region, deployment, { polls: false })?.stopped;
  // Tasks that stopped before all ran keep nothing from going on.
  const stopped = known?.isSteady ? undefined : known;
  const failed = useScalingActivities(region, deployment, { polls: false })?.failed ?? [];
  const words = isFinished(deployment.status)
    ? endWords(deployment, stopped, failed)
    : (firingWords(alarms) ?? (stopped && stoppedWords(stopped, false)) ?? fleetWords(failed));
  return words === undefined ? otherwise : <span className="font-semibold">{words}</span>;
}

/** What went wrong first may not be why it ended: only where nothing of the new version ever ran, there is nothing else. */
function endWords(
  deployment: Deployment,
  stopped: StoppedTasksOf | undefined,
  failed: readonly FailedActivities[],
): string | undefined {
  if (failureCause(deployment)?.kind === "tasks-unhealthy") return stopped && stoppedCause(stopped);
  const isWithoutInstances = deployment.status === "Failed" && overview(deployment).kind === "absent";
  return isWithoutInstances ? fleetCause(failed) : undefined;
}
