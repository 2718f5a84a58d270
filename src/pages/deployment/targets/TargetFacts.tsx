import { targetStatusFacts } from "../../../codedeploy/targets/target-status.ts";
import type { Target } from "../../../codedeploy/targets/target.ts";
import { targetUrl } from "../../../codedeploy/targets/target-link.ts";
import { shortText } from "../../../format/short-text.ts";
import { Timestamp } from "../../../ui/Timestamp.tsx";
import { ConsoleLink } from "../../../ui/ConsoleLink.tsx";
import { TargetStateIcon } from "../../frame/TargetStateIcon.tsx";
import { TONE_TEXT } from "../../frame/tone.ts";
import { labelWords } from "../../../codedeploy/targets/target-words.ts";

interface TargetFactsProps {
  region: string;
  target: Target;
  /** AWS does not report it any more. */
  isGone: boolean;
}

/** What a target is and how it is, in one line, with the way to its own page. */
export function TargetFacts({ region, target, isGone }: TargetFactsProps) {
  const { word, tone } = targetStatusFacts(target.status);
  const { facts } = target;
  const href = targetUrl(region, target);
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted">
      <span className={`inline-flex items-center gap-1.5 font-medium ${TONE_TEXT[tone]}`}>
        <TargetStateIcon state={target.status} tone={tone} />
        Target {shortText(word, 40)}
      </span>
      {isGone && <span>No longer reported by AWS: this is how it was last seen.</span>}
      {target.label !== undefined && <span>{labelWords(target.label)}</span>}
      {facts.kind === "cloudformation" && facts.resourceType !== undefined && (
        <span className="font-mono text-xs">{shortText(facts.resourceType)}</span>
      )}
      {facts.kind === "unknown" && (
        <span>
          A type of target that this version of the page does not know
          {facts.typeName !== undefined && `: ${shortText(facts.typeName)}`}
        </span>
      )}
      {target.lastUpdatedMs !== undefined && (
        <span>
          Updated <Timestamp atMs={target.lastUpdatedMs} />
        </span>
      )}
      {href !== undefined && <ConsoleLink href={href}>Open in the AWS console</ConsoleLink>}
    </p>
  );
}
