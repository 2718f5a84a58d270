import { creatorPhrase } from "../../../codedeploy/deployment/creator-words.ts";
import { changeLine } from "../../../codedeploy/revision/change-line.ts";
import { revisionDifference } from "../../../codedeploy/revision/revision-difference.ts";
import { shortText } from "../../../format/text.ts";
import { CompareLink } from "../changed/CompareLink.tsx";
import { useShownDeployment } from "../shown-deployment.ts";

/**
 * What changed, who started it and why, in one line, of which only the end is cut: the card "What changed" has all of it. On a
 * phone two lines, on a narrower screen as many as it takes.
 */
export function ChangedLine() {
  const { deployment } = useShownDeployment();
  const difference = revisionDifference(deployment);
  const line = changeLine(difference);
  const by = creatorPhrase(deployment.creator);
  const [firstLine = ""] = deployment.description?.trim().split("\n") ?? [];
  return (
    <p className="leading-5 max-sm:line-clamp-2 max-[22rem]:line-clamp-none sm:flex">
      <span className="max-w-full shrink-0">
        {line.kind === "values" ? (
          <>
            <bdi>{line.what}</bdi>{" "}
            <bdi className="font-mono text-[0.8125rem] leading-none">{line.before}</bdi> →{" "}
            <bdi className="font-mono text-[0.8125rem] leading-none font-semibold">{line.now}</bdi>
          </>
        ) : (
          line.sentence
        )}{" "}
        <CompareLink difference={difference} isBrief />
      </span>
      <span className="min-w-0 text-muted sm:truncate">
        {by !== undefined && <span className="max-sm:hidden">&nbsp;· started by {by}</span>}
        {firstLine !== "" && (
          <>
            &nbsp;· <bdi>{shortText(firstLine, 200)}</bdi>
          </>
        )}
      </span>
    </p>
  );
}
