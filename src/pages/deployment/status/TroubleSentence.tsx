import { firingWords } from "../../../codedeploy/alarms/alarm.ts";
import { stoppedWords } from "../../../codedeploy/tasks/stopped-groups.ts";
import { useWatchedAlarms } from "../../../queries/alarms.ts";
import { useReplacementTasks } from "../../../queries/replacement-tasks.ts";
import { useShownDeployment } from "../shown-deployment.ts";

/** What CloudWatch or ECS say goes wrong while a deployment runs, in one line; without that, what CodeDeploy does. */
export function TroubleSentence({ otherwise }: { otherwise: string | undefined }) {
  const { region, deployment } = useShownDeployment();
  const alarms = useWatchedAlarms(region, deployment, { polls: false })?.alarms ?? [];
  const groups = useReplacementTasks(region, deployment, { polls: false })?.groups ?? [];
  const words = firingWords(alarms) ?? stoppedWords(groups, false);
  return words === undefined ? otherwise : <span className="font-semibold">{words}</span>;
}
