import type { ReactNode } from "react";
import { isComparable } from "../../../codedeploy/changes/comparable.ts";
import { creatorPhrase } from "../../../codedeploy/deployment/creator-words.ts";
import type { ChangeLine } from "../../../codedeploy/revision/change-line.ts";
import { changeLine } from "../../../codedeploy/revision/change-line.ts";
import { revisionDifference } from "../../../codedeploy/revision/revision-difference.ts";
import { shortText } from "../../../format/text.ts";
import { useAws } from "../../../queries/deployments-context.ts";
import { laterPart } from "../../../ui/later-part.tsx";
import { CompareLink } from "../changed/CompareLink.tsx";
import { useShownDeployment } from "../shown-deployment.ts";
import { ChangeWords } from "./ChangeWords.tsx";

interface ToldChangeProps {
  /** What GetDeployment says of it. */
  line: ChangeLine;
  /** What follows in the same line. */
  children: ReactNode;
}

const ToldChange = laterPart<ToldChangeProps>(
  "What changed in detail",
  async () => (await import("../joins/ToldChange.tsx")).ToldChange,
  {
    place: "phrase",
    fallback: ({ line }) => <ChangeWords line={line} />,
    remains: ({ line }) => <ChangeWords line={line} />,
  },
);

/**
 * What changed, who started it and why, in one line, of which only the end is cut: the card "What changed" has all of it. On a
 * phone two lines, on a narrower screen as many as it takes.
 */
export function ChangedLine() {
  const { deployment } = useShownDeployment();
  const { joins } = useAws();
  const difference = revisionDifference(deployment);
  const line = changeLine(difference);
  const by = creatorPhrase(deployment.creator);
  const [firstLine = ""] = deployment.description?.trim().split("\n") ?? [];
  const rest = (
    <span className="min-w-0 text-muted sm:truncate print:overflow-visible print:whitespace-normal">
      {by !== undefined && <span className="max-sm:hidden">&nbsp;· started by {by}</span>}
      {firstLine !== "" && (
        <>
          &nbsp;· <bdi>{shortText(firstLine, 200)}</bdi>
        </>
      )}
    </span>
  );
  return (
    <p className="leading-5 max-sm:line-clamp-2 max-[22rem]:line-clamp-none sm:flex print:line-clamp-none print:block">
      {joins.includes("revisions") && isComparable(deployment) ? (
        <ToldChange line={line}>{rest}</ToldChange>
      ) : (
        <>
          <span className="max-w-full shrink-0">
            <ChangeWords line={line} /> <CompareLink difference={difference} isBrief />
          </span>
          {rest}
        </>
      )}
    </p>
  );
}
