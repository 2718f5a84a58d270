import type { Deployment } from "../../../codedeploy/deployment/deployment.ts";
import { deploymentMode } from "../../../codedeploy/settings/deployment-mode.ts";
import { compareUrl, shortCommit } from "../../../aws-names/github-link.ts";
import type { RevisionDifference } from "../../../codedeploy/revision/revision-difference.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { ExternalLink } from "../../../ui/ExternalLink.tsx";
import { differenceWords } from "../../../codedeploy/revision/revision-words.ts";

interface RevisionVerdictProps {
  deployment: Deployment;
  difference: RevisionDifference;
}

/** What changed, in one sentence, with the way to see it in full. */
export function RevisionVerdict({ deployment, difference }: RevisionVerdictProps) {
  const { deploymentMode: mode } = deployment;
  const restart = mode === "RESTART" ? deploymentMode(mode)?.meaning : undefined;
  const sentence = restart ?? differenceWords(difference);
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <span className="font-semibold">
        <AwsText text={sentence} />
      </span>
      <CompareLink difference={difference} />
    </p>
  );
}

function CompareLink({ difference }: { difference: RevisionDifference }) {
  if (difference.kind !== "changed") return null;
  const { revision, previous } = difference;
  if (revision.kind !== "GitHub" || previous.kind !== "GitHub") return null;
  const href = compareUrl(previous, revision);
  if (href === undefined) return null;
  return (
    <ExternalLink href={href}>
      Compare {shortCommit(previous.commitId ?? "")}…{shortCommit(revision.commitId ?? "")} on GitHub
    </ExternalLink>
  );
}
