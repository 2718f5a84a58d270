import { failureAdvice, isAgentSilent } from "../../../codedeploy/failure/failure-advice.ts";
import type { FailureGroup } from "../../../codedeploy/failure/failure-groups.ts";
import {
  PREVIOUS_REVISION,
  groupTitle,
  orderWords,
  outcomeWords,
} from "../../../codedeploy/failure/failure-groups.ts";
import type { LogLine as DomainLine } from "../../../codedeploy/failure/script-outcome.ts";
import { lastLines, logLines } from "../../../codedeploy/failure/script-outcome.ts";
import { isFromPreviousRevision } from "../../../codedeploy/failure/target-failure.ts";
import type { Target } from "../../../codedeploy/targets/target.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { LogLine } from "../../../ui/LogLine.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { TargetStateIcon } from "../../frame/StatusIcon.tsx";
import { TargetLinks } from "../targets/TargetLinks.tsx";

interface FailureEntryProps {
  group: FailureGroup;
  /** The one of them that failed first. */
  target: Target | undefined;
  /** How many targets the deployment has, and what one is called. */
  total: number;
  noun: string;
  deploymentStatus: string | undefined;
  /** What broke first lies open; what followed is one line until somebody asks. */
  isOpen: boolean;
  /** Where what all failures have in common says what to do, each need not. */
  hasAdvice: boolean;
}

/** One way of failing, whatever the number of targets that failed so. */
export function FailureEntry(props: FailureEntryProps) {
  const { group, target, total, noun, deploymentStatus, isOpen, hasAdvice } = props;
  const { failure, targetIds } = group;
  const diagnostics = failure.kind === "event" ? failure.diagnostics : undefined;
  const kind = target?.facts.kind ?? "unknown";
  const advice = failureAdvice(failure, kind, deploymentStatus);
  const outcome = outcomeWords(diagnostics);
  const order = orderWords(group);
  const isPrevious =
    failure.kind === "event" &&
    kind === "instance" &&
    !isAgentSilent(failure) &&
    isFromPreviousRevision(failure.event);
  return (
    <details open={isOpen}>
      <summary className="min-h-6 marker:text-muted">
        <h3 className="inline font-semibold">
          <span className="mr-1.5 inline-block align-[-0.125em]">
            <TargetStateIcon state="Failed" tone="fail" />
          </span>
          {groupTitle(group, total, noun)}
        </h3>{" "}
        {order !== undefined && <Tag>{order}</Tag>}
      </summary>
      <div className="mt-2 space-y-2 border-l-2 border-line pl-3">
        <p>
          {outcome ?? advice.meaning}
          {isPrevious && <span className="font-medium"> {PREVIOUS_REVISION}</span>}
        </p>
        {outcome === undefined && diagnostics?.message !== undefined && (
          <p className="text-muted">
            AWS says: <AwsText text={diagnostics.message} cap={300} />
          </p>
        )}
        <LastWords logTail={diagnostics?.logTail} />
        {hasAdvice && (
          <p>
            <span className="text-muted">What to do: </span>
            {advice.nextStep}
          </p>
        )}
        <p>
          <span className="text-muted">{targetIds.length === 1 ? "On " : "On all of these: "}</span>
          <TargetLinks ids={targetIds} eventKey={failure.kind === "event" ? failure.event : undefined} />
        </p>
      </div>
    </details>
  );
}

/** As many as fit on a first screen. */
const LINES = 5;
const LINE_LENGTH = 300;

/** The last lines that a script wrote; nothing where AWS has none. */
function LastWords({ logTail }: { logTail: string | undefined }) {
  const lines = numbered(lastLines(untilLastError(logLines(logTail)), LINES));
  if (lines.length === 0) return null;
  return (
    <pre className="overflow-hidden rounded-md border border-line bg-sunken px-3 py-2 font-mono text-xs whitespace-pre-wrap">
      {lines.map(({ number, text }) => (
        <LogLine key={number} line={{ text }} matches={[]} current={-1} />
      ))}
    </pre>
  );
}

/** What a script says after its errors, on the other stream, hides them. */
function untilLastError(lines: readonly DomainLine[]): readonly DomainLine[] {
  const last = lines.findLastIndex(({ kind }) => kind === "stderr");
  return last === -1 ? lines : lines.slice(0, last + 1);
}

function numbered(lines: readonly DomainLine[]): { number: number; text: string }[] {
  return lines.map(({ text }, number) => ({
    number,
    text: text.length > LINE_LENGTH ? `${text.slice(0, LINE_LENGTH)}…` : text,
  }));
}
