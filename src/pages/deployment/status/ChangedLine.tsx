import { compareUrl } from "../../../aws-names/source-links.ts";
import { creatorPhrase } from "../../../codedeploy/deployment/creator-words.ts";
import { changeLine } from "../../../codedeploy/revision/change-line.ts";
import type { RevisionDifference } from "../../../codedeploy/revision/revision-difference.ts";
import { revisionDifference } from "../../../codedeploy/revision/revision-difference.ts";
import { shortText } from "../../../format/text.ts";
import { ExternalLink } from "../../../ui/ExternalLink.tsx";
import { useShownDeployment } from "../shown-deployment.ts";

/** What changed, who started it and why, in one line: the card "What changed" has all of it. */
export function ChangedLine() {
  const { deployment } = useShownDeployment();
  const difference = revisionDifference(deployment);
  const line = changeLine(difference);
  const by = creatorPhrase(deployment.creator);
  const [firstLine = ""] = deployment.description?.trim().split("\n") ?? [];
  return (
    <p className="leading-5 max-sm:line-clamp-2 sm:truncate">
      {line.kind === "values" ? (
        <>
          <bdi>{line.what}</bdi> <bdi className="font-mono text-[0.8125rem] leading-none">{line.before}</bdi>{" "}
          → <bdi className="font-mono text-[0.8125rem] leading-none font-semibold">{line.now}</bdi>
        </>
      ) : (
        line.sentence
      )}
      <Compare difference={difference} />
      {by !== undefined && <span className="text-muted max-sm:hidden"> · started by {by}</span>}
      {firstLine !== "" && (
        <span className="text-muted">
          {" "}
          · <bdi>{shortText(firstLine, 200)}</bdi>
        </span>
      )}
    </p>
  );
}

function Compare({ difference }: { difference: RevisionDifference }) {
  if (difference.kind !== "changed") return null;
  const { revision, previous } = difference;
  if (revision.kind !== "GitHub" || previous.kind !== "GitHub") return null;
  const href = compareUrl(previous, revision);
  if (href === undefined) return null;
  return (
    <>
      {" "}
      <ExternalLink href={href}>compare</ExternalLink>
    </>
  );
}
