import { useId } from "react";
import type { Deployment } from "../../../codedeploy/deployment/deployment.ts";
import { timing } from "../../../codedeploy/deployment/timing.ts";
import { revisionOf, revisionParts } from "../../../codedeploy/revision/revision.ts";
import { cutInMiddle, visibleText } from "../../../format/text.ts";
import type { AppError } from "../../../errors/app-error.ts";
import { Duration, Timestamp } from "../../../ui/time.tsx";
import { partProblemWords } from "../part-problem-words.ts";

interface SourceChoiceProps {
  /** The group's last successes, newest first; `undefined` until they are known. */
  sources: readonly Deployment[] | undefined;
  error: AppError | undefined;
  chosenId: string | undefined;
  choose: (deploymentId: string) => void;
}

const MOST = 10;
const MAX_PART = 40;

/** Which of the group's last successful deployments to go back to. */
export function SourceChoice({ sources, error, chosenId, choose }: SourceChoiceProps) {
  const name = useId();
  if (error) return <p>{partProblemWords(error, "The deployments of this group could not be read")}</p>;
  if (!sources) return <p>Reading the deployments of this group…</p>;
  if (sources.length === 0) return <p>No other deployment of this group that succeeded is known.</p>;
  return (
    <fieldset className="space-y-1">
      <legend className="mb-1 font-semibold">Which revision to deploy</legend>
      {sources.slice(0, MOST).map((source) => (
        <div key={source.deploymentId} className="flex min-h-8 items-baseline gap-2">
          <input
            id={`${name}-${source.deploymentId}`}
            type="radio"
            name={name}
            checked={source.deploymentId === chosenId}
            onChange={() => choose(source.deploymentId ?? "")}
          />
          <label htmlFor={`${name}-${source.deploymentId}`} className="min-w-0">
            <span className="font-mono text-[0.8125rem] break-all">{revisionWords(source)}</span>
            <span className="text-muted">
              {" "}
              · <bdi className="font-mono">{visibleText(source.deploymentId ?? "")}</bdi>
              <Age source={source} />
            </span>
          </label>
        </div>
      ))}
    </fieldset>
  );
}

function Age({ source }: { source: Deployment }) {
  const { completedMs, createdMs, span } = timing(source);
  const atMs = completedMs ?? createdMs;
  return (
    <>
      {atMs !== undefined && (
        <>
          {" "}
          · <Timestamp atMs={atMs} />
        </>
      )}
      {span.kind === "total" && (
        <>
          {" "}
          · took <Duration lengthMs={span.lengthMs} />
        </>
      )}
    </>
  );
}

function revisionWords({ revision }: Deployment): string {
  const found = revisionOf(revision);
  const parts = found ? revisionParts(found).filter(({ name }) => name !== "Content") : [];
  return parts
    .slice(0, 2)
    .map(({ value }) => visibleText(cutInMiddle(value, MAX_PART)))
    .join(" ");
}
