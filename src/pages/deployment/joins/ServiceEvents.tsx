import { isFinished } from "../../../codedeploy/deployment/status.ts";
import type { ServiceEvent, TaskSetNow } from "../../../codedeploy/tasks/ecs-service.ts";
import { stabilityWords, taskCountWords } from "../../../codedeploy/tasks/task-set-words.ts";
import { formatCountOf } from "../../../format/counts.ts";
import { useReplacementTasks } from "../../../queries/joins/replacement-tasks.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Property, PropertyList } from "../../../ui/PropertyList.tsx";
import { Timestamp } from "../../../ui/time.tsx";
import { partProblemWords } from "../part-problem-words.ts";
import { useShownDeployment } from "../shown-deployment.ts";

const FIRST = 20;
/** ECS sends no more: there may have been others before. */
const MOST_SENT = 100;

function eventCountWords(count: number): string {
  return count < MOST_SENT ? formatCountOf(count, "event") : `The latest ${formatCountOf(count, "event")}`;
}

/**
 * How the new task set is while the deployment runs, and what ECS said of the service since that was created, newest first; closed until
 * somebody wants to read it.
 */
export function ServiceEvents() {
  const { region, deployment } = useShownDeployment();
  const tasks = useReplacementTasks(region, deployment, { polls: false });
  if (tasks?.serviceError) {
    return (
      <p className="text-muted">
        {partProblemWords(tasks.serviceError, "The service’s events are not shown")}
      </p>
    );
  }
  if (!tasks) return null;
  return (
    <>
      {tasks.taskSet && !isFinished(deployment.status) && <TaskSetFact taskSet={tasks.taskSet} />}
      {tasks.events.length > 0 && <Events events={tasks.events} />}
    </>
  );
}

/** How many tasks the new task set has and is to have, and whether it has become steady. */
function TaskSetFact({ taskSet }: { taskSet: TaskSetNow }) {
  const counts = taskCountWords(taskSet);
  const { stabilitySinceMs } = taskSet;
  const stability = stabilityWords(taskSet);
  if (counts === undefined && stability === undefined) return null;
  return (
    <PropertyList>
      <Property name="New task set">
        <AwsText text={[counts, stability].filter(Boolean).join(". ")} />
        {stability !== undefined && stabilitySinceMs !== undefined && (
          <>
            {" since "}
            <Timestamp atMs={stabilitySinceMs} />
          </>
        )}
        .
      </Property>
    </PropertyList>
  );
}

function Events({ events }: { events: readonly ServiceEvent[] }) {
  const shown = events.slice(0, FIRST);
  return (
    <details>
      <summary className="cursor-pointer">
        {eventCountWords(events.length)} of the ECS service since the deployment was created
      </summary>
      <ol className="mt-2 space-y-1">
        {shown.map(({ id, atMs, message }) => (
          <li key={id}>
            <Timestamp atMs={atMs} /> <AwsText text={message} />
          </li>
        ))}
      </ol>
      {shown.length < events.length && <p className="text-muted">The latest {shown.length} are shown.</p>}
    </details>
  );
}
