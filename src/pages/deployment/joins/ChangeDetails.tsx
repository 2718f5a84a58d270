import type { ReactNode } from "react";
import type { FactChange } from "../../../codedeploy/changes/fact-change.ts";
import { codeWords, functionChanges } from "../../../codedeploy/changes/function-version.ts";
import type { DiffLine } from "../../../codedeploy/changes/line-difference.ts";
import { lineDifference } from "../../../codedeploy/changes/line-difference.ts";
import type { TaskDefinition } from "../../../codedeploy/changes/task-definition.ts";
import { movableTagsWords, taskDefinitionChanges } from "../../../codedeploy/changes/task-definition.ts";
import type { Versions } from "../../../queries/joins/what-changed.ts";
import { useWhatChanged } from "../../../queries/joins/what-changed.ts";
import { formatCountOf } from "../../../format/counts.ts";
import { visibleText } from "../../../format/text.ts";
import { distinct, present } from "../../../values/lists.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Code } from "../../../ui/Code.tsx";
import { Property, PropertyList } from "../../../ui/PropertyList.tsx";
import { ScrollRegion } from "../../../ui/ScrollRegion.tsx";
import { partProblemWords } from "../part-problem-words.ts";
import { useShownDeployment } from "../shown-deployment.ts";

/**
 * What is deployed beside what was there before: the task definitions of ECS, the versions of a Lambda function, the lines of the
 * AppSpecs. Closed until somebody wants to read it, so that nothing below moves when it comes.
 */
export function ChangeDetails() {
  const { region, deployment } = useShownDeployment();
  const changed = useWhatChanged(region, deployment);
  if (!changed) return null;
  const { appSpecs, taskDefinitions, functionVersions, isAsking } = changed;
  const errors = present([changed.appSpecError, changed.taskDefinitionError, changed.functionError]);
  const problems = distinct(errors.map((error) => partProblemWords(error, "Not all changes are shown")));
  const lines = appSpecs && lineDifference(appSpecs.before, appSpecs.now);
  const facts = taskDefinitions
    ? taskDefinitionChanges(taskDefinitions.before, taskDefinitions.now)
    : functionVersions && functionChanges(functionVersions.before, functionVersions.now);
  const isEmpty = !appSpecs && !facts;
  return (
    <>
      {(!isEmpty || isAsking) && (
        <details>
          <summary className="cursor-pointer">{summaryWords(facts, lines)}</summary>
          <div className="mt-2 space-y-3">
            {isEmpty && <p className="text-muted">They are being asked for.</p>}
            {taskDefinitions && <TaskDefinitionChanges versions={taskDefinitions} changes={facts ?? []} />}
            {functionVersions && (
              <Part title="Lambda function">
                <ChangeList changes={facts ?? []} />
                <Remark words={codeWords(functionVersions.before, functionVersions.now)} />
              </Part>
            )}
            {appSpecs && (
              <Part title="AppSpec">
                <Lines lines={lines} />
              </Part>
            )}
          </div>
        </details>
      )}
      {problems.map((words) => (
        <p key={words} className="text-muted">
          {words}
        </p>
      ))}
    </>
  );
}

/** Short enough for one line, so that its height stays. */
function summaryWords(
  facts: readonly FactChange[] | undefined,
  lines: readonly DiffLine[] | undefined,
): string {
  const edits = lines?.filter(({ kind }) => kind === "added" || kind === "removed").length;
  const counts = [
    facts && formatCountOf(facts.length, "fact"),
    edits !== undefined && formatCountOf(edits, "AppSpec line"),
  ].filter((words) => typeof words === "string");
  return `Changes in detail${counts.length > 0 ? `: ${counts.join(", ")}` : ""}`;
}

interface TaskDefinitionChangesProps {
  versions: Versions<TaskDefinition>;
  changes: readonly FactChange[];
}

function TaskDefinitionChanges({ versions: { before, now }, changes }: TaskDefinitionChangesProps) {
  return (
    <Part title={`Task definition ${nameOf(before)} → ${nameOf(now)}`}>
      <ChangeList changes={changes} />
      <Remark words={movableTagsWords(before, now)} />
      <Remark words="The page does not read environment variables and secrets: they may differ too." />
    </Part>
  );
}

function nameOf({ family, revision }: TaskDefinition): string {
  return `${family ?? "?"}:${revision ?? "?"}`;
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="space-y-2">
      <h3 className="font-semibold">
        <AwsText text={title} />
      </h3>
      {children}
    </div>
  );
}

function Remark({ words }: { words: string | undefined }) {
  return (
    words !== undefined && (
      <p className="text-muted">
        <AwsText text={words} />
      </p>
    )
  );
}

function ChangeList({ changes }: { changes: readonly FactChange[] }) {
  if (changes.length === 0) return <p>Nothing that is compared differs.</p>;
  return (
    <PropertyList>
      {changes.map(({ name, before, now }) => (
        <Property key={name} name={<AwsText text={name} />}>
          <Value text={before} /> → <Value text={now} />
        </Property>
      ))}
    </PropertyList>
  );
}

function Value({ text }: { text: string | undefined }) {
  return text === undefined ? <span className="text-muted">none</span> : <Code text={text} />;
}

function Lines({ lines }: { lines: readonly DiffLine[] | undefined }) {
  if (!lines) return <p className="text-muted">They differ in more lines than can be read here.</p>;
  if (lines.length === 0) return <p>No line differs.</p>;
  return (
    <ScrollRegion name="The AppSpec, line by line" className="max-h-96 rounded-md border border-line">
      <pre className="font-mono text-xs whitespace-pre-wrap">
        {lines.map(({ kind, text }, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- a line has no other name than its place
          <Line key={place} kind={kind} text={text} />
        ))}
      </pre>
    </ScrollRegion>
  );
}

/** Marked by its sign and not by colour, which is for status. */
function Line({ kind, text }: DiffLine) {
  const words = <bdi>{visibleText(text)}</bdi>;
  switch (kind) {
    case "added":
      return (
        <ins className="block font-semibold no-underline">
          {"+ "}
          {words}
        </ins>
      );
    case "removed":
      return (
        <del className="block no-underline">
          {"− "}
          {words}
        </del>
      );
    case "gap":
      return <span className="block text-muted">…</span>;
    case "same":
      return (
        <span className="block text-muted">
          {"  "}
          {words}
        </span>
      );
  }
}
