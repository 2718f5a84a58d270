import type { DoneAction } from "../../../codedeploy/actions/action-progress.ts";
import { actionName } from "../../../codedeploy/actions/action.ts";
import { outcomeWords } from "../../../codedeploy/actions/outcome-words.ts";
import { useDoneActions } from "../../../queries/acting/acting.ts";
import { Timestamp } from "../../../ui/time.tsx";
import { useShownDeployment } from "../shown-deployment.ts";
import { TransitionWords } from "../status/Transitions.tsx";

/** The changes of status that this page has seen, and between them what was done from this browser; oldest first. */
export function TransitionLog() {
  const { transitions, ...ref } = useShownDeployment();
  const actions = useDoneActions(ref);
  const entries = [
    ...transitions.map((transition) => ({ atMs: transition.seenAtMs, transition, action: undefined })),
    ...actions.map((action) => ({ atMs: action.atMs, action, transition: undefined })),
  ].toSorted((one, other) => one.atMs - other.atMs);
  if (entries.length === 0) return null;
  return (
    <ol
      aria-label={
        actions.length === 0
          ? "Changes of status that this page has seen"
          : "Changes of status that this page has seen, and what was done from this browser"
      }
      className="space-y-0.5 tabular-nums"
    >
      {entries.map(({ atMs, transition, action }) => (
        <li key={action?.id ?? atMs}>
          {transition ? <TransitionWords transition={transition} /> : <ActionWords action={action} />}
        </li>
      ))}
    </ol>
  );
}

function ActionWords({ action }: { action: DoneAction }) {
  const { deployment } = useShownDeployment();
  return (
    <>
      <Timestamp atMs={action.atMs} /> From this browser:{" "}
      <span className="font-medium">{actionName(action.kind, deployment)}</span>
      <span className="text-muted">, {outcomeWords(action)}</span>
    </>
  );
}
