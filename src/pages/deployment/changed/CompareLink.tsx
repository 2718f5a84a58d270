import { compareUrl, shortCommit } from "../../../aws-names/source-links.ts";
import type { RevisionDifference } from "../../../codedeploy/revision/revision-difference.ts";
import { ExternalLink } from "../../../ui/ExternalLink.tsx";

interface CompareLinkProps {
  difference: RevisionDifference;
  /** Without the commits and the place, where both stand beside it. */
  isBrief?: boolean;
}

/** Leads to GitHub's comparison of two commits; nothing where the revisions are no commits, or the same. */
export function CompareLink({ difference, isBrief = false }: CompareLinkProps) {
  if (difference.kind !== "changed") return null;
  const { revision, previous } = difference;
  if (revision.kind !== "GitHub" || previous.kind !== "GitHub") return null;
  const href = compareUrl(previous, revision);
  if (href === undefined) return null;
  const commits = `${shortCommit(previous.commitId ?? "")}…${shortCommit(revision.commitId ?? "")}`;
  return <ExternalLink href={href}>{isBrief ? "compare" : `Compare ${commits} on GitHub`}</ExternalLink>;
}
