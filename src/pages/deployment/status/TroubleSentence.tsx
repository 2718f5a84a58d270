import { firingWords } from "../../../codedeploy/alarms/alarm.ts";
import { fleetWords } from "../../../codedeploy/scaling/scaling-activity.ts";
import { stoppedWords } from "../../../codedeploy/tasks/stopped-groups.ts";
import { useWatchedAlarms } from "../../../queries/alarms.ts";
import { useReplacementTasks } from "../../../queries/replacement-tasks.ts";
import { useScalingActivities } from "../../../queries/scaling-activities.ts";
import { useShownDeployment } from "../shown-deployment.ts";

/** What CloudWatch, ECS or Auto Scaling say goes wrong while a deployment runs, in one line; without that, what CodeDeploy does. */
export function TroubleSentence({ otherwise }: { otherwise: string | undefined }) {
  const { region, deployment } = useShownDeployment();
  const alarms = useWatchedAlarms(region, deployment, { polls: false })?.alarms ?? [];
  const groups = useReplacementTasks(region, deployment, { polls: false })?.groups ?? [];
  const failed = useScalingActivities(region, deployment, { polls: false })?.failed ?? [];
  const words = firingWords(alarms) ?? stoppedWords(groups, false) ?? fleetWords(failed);
  return words === undefined ? otherwise : <span className="font-semibold">{words}</span>;
}
