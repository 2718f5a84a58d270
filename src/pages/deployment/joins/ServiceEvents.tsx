import { formatCountOf } from "../../../format/counts.ts";
import { useReplacementTasks } from "../../../queries/joins/replacement-tasks.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Timestamp } from "../../../ui/time.tsx";
import { partProblemWords } from "../part-problem-words.ts";
import { useShownDeployment } from "../shown-deployment.ts";

const FIRST = 20;

/** What ECS said of the service since the deployment was created, newest first; closed until somebody wants to read it. */
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
  if (!tasks || tasks.events.length === 0) return null;
  const shown = tasks.events.slice(0, FIRST);
  return (
    <details>
      <summary className="cursor-pointer">
        {formatCountOf(tasks.events.length, "event")} of the ECS service since the deployment was created
      </summary>
      <ol className="mt-2 space-y-1">
        {shown.map(({ id, atMs, message }) => (
          <li key={id}>
            <Timestamp atMs={atMs} /> <AwsText text={message} />
          </li>
        ))}
      </ol>
      {shown.length < tasks.events.length && (
        <p className="text-muted">The latest {shown.length} are shown.</p>
      )}
    </details>
  );
}
