import { Diff } from "lucide-react";
import type { ComparedPart, RevisionDifference } from "../../../codedeploy/revision/revision-difference.ts";
import { sourceWords } from "../../../codedeploy/revision/revision-difference.ts";
import type { Revision } from "../../../codedeploy/revision/revision.ts";
import { revisionParts } from "../../../codedeploy/revision/revision.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Property } from "../../../ui/PropertyList.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { RevisionPartValue } from "./RevisionPartValue.tsx";

interface RevisionFactsProps {
  difference: RevisionDifference;
}

/** The revision as properties, each with what it was before where that differs. */
export function RevisionFacts({ difference }: RevisionFactsProps) {
  switch (difference.kind) {
    case "not-reported":
      return difference.previous && <Before revision={difference.previous} />;
    case "none-before":
      return <Alone revision={difference.revision} />;
    case "other-source":
      return (
        <>
          <Alone revision={difference.revision} />
          <Before revision={difference.previous} />
        </>
      );
    case "same":
    case "changed":
    case "undecided":
      return (
        <>
          <RevisionSource revision={difference.revision} />
          {difference.parts.map((part) => (
            <Property key={part.name} name={part.name}>
              <Compared part={part} revision={difference.revision} previous={difference.previous} />
            </Property>
          ))}
        </>
      );
  }
}

interface OneRevisionProps {
  revision: Revision;
}

function Alone({ revision }: OneRevisionProps) {
  return (
    <>
      <RevisionSource revision={revision} />
      {revisionParts(revision).map((part) => (
        <Property key={part.name} name={part.name}>
          <RevisionPartValue part={part} revision={revision} />
        </Property>
      ))}
    </>
  );
}

function Before({ revision }: OneRevisionProps) {
  return (
    <Property name="Deployed before">
      <ul className="space-y-1">
        {revisionParts(revision).map((part) => (
          <li key={part.name}>
            <span className="text-muted">{part.name}</span>{" "}
            <RevisionPartValue part={part} revision={revision} isPrevious />
          </li>
        ))}
      </ul>
    </Property>
  );
}

interface ComparedProps extends OneRevisionProps {
  part: ComparedPart;
  previous: Revision;
}

function Compared({ part, revision, previous }: ComparedProps) {
  const { name } = part;
  const now = part.change === "only-before" ? undefined : part.now;
  const before = part.change === "changed" || part.change === "only-before" ? part.before : undefined;
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      {now === undefined ? (
        <span className="text-muted">not reported</span>
      ) : (
        <RevisionPartValue part={{ name, value: now }} revision={revision} />
      )}
      {part.change === "changed" && (
        <Tag>
          <Diff aria-hidden size={12} />
          changed
        </Tag>
      )}
      {before !== undefined && (
        <div className="min-w-0 text-muted">
          was <RevisionPartValue part={{ name, value: before }} revision={previous} isPrevious />
        </div>
      )}
      {part.change === "only-now" && <span className="text-muted">not reported before</span>}
    </div>
  );
}

/** Where a revision comes from, and what AWS leaves out of it. */
function RevisionSource({ revision }: { revision: Revision }) {
  return (
    <Property name="Source" hint={whatIsMissing(revision)}>
      <AwsText text={sourceWords(revision)} />
    </Property>
  );
}

function whatIsMissing(revision: Revision): string | undefined {
  switch (revision.kind) {
    case "S3":
    case "GitHub":
      return undefined;
    case "String":
    case "AppSpecContent":
      if (revision.content) return undefined;
      return revision.sha256
        ? "CodeDeploy does not send the content here; aws deploy get-application-revision gives it for this sha256."
        : "CodeDeploy sent neither the content nor its sha256.";
    case "unknown":
      return "AWS sent no location that this version of the page knows. The raw answer has all of it.";
  }
}
