import { isFinished } from "../../../codedeploy/deployment/status.ts";
import type { StoppedGroup, StoppedTasksOf } from "../../../codedeploy/tasks/stopped-groups.ts";
import { stoppedWords } from "../../../codedeploy/tasks/stopped-groups.ts";
import { formatCountOf } from "../../../format/counts.ts";
import { useReplacementTasks } from "../../../queries/joins/replacement-tasks.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Code } from "../../../ui/Code.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Timestamp } from "../../../ui/time.tsx";
import { partProblemWords } from "../part-problem-words.ts";
import { useShownDeployment } from "../shown-deployment.ts";

/** Why the new tasks of an ECS deployment stop, grouped by reason. Nothing while none has stopped. */
export function StoppedTasks() {
  const { region, deployment } = useShownDeployment();
  const tasks = useReplacementTasks(region, deployment, { polls: false });
  if (!tasks) return null;
  const { stopped, tasksError } = tasks;
  return (
    <>
      {stopped && <StoppedGroups stopped={stopped} />}
      {tasksError && (
        <p className="text-muted">{partProblemWords(tasksError, "Stopped tasks are not shown")}</p>
      )}
    </>
  );
}

function StoppedGroups({ stopped }: { stopped: StoppedTasksOf }) {
  const words = stoppedWords(stopped, isFinished(useShownDeployment().deployment.status));
  if (words === undefined) return null;
  return (
    <Notice tone="fail" title={words}>
      <ul className="space-y-2">
        {stopped.groups.map((group) => (
          <li key={`${group.reason.summary} ${group.reason.image}`}>
            <StoppedFor group={group} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function StoppedFor({ group: { reason, tasks, lastMs } }: { group: StoppedGroup }) {
  const { summary, image, detail, nextStep } = reason;
  return (
    <>
      <p className="font-semibold">
        {formatCountOf(tasks.length, "task")}: <AwsText text={summary} />
      </p>
      {image !== undefined && (
        <p>
          Image <Code text={image} copyAs="image" />
        </p>
      )}
      {detail !== undefined && (
        <p className="text-muted">
          <AwsText text={detail} />
        </p>
      )}
      {nextStep !== undefined && (
        <p>
          <span className="text-muted">What to do: </span>
          {nextStep}
        </p>
      )}
      {lastMs !== undefined && (
        <p className="text-muted">
          {tasks.length === 1 ? "Stopped at " : "The last at "}
          <Timestamp atMs={lastMs} />
        </p>
      )}
    </>
  );
}
