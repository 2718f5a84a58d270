import { Fragment } from "react";
import type { Deployment } from "../../../codedeploy/deployment/deployment.ts";
import { isKnownCode } from "../../../codedeploy/failure/diagnostics.ts";
import { failureAdvice } from "../../../codedeploy/failure/failure-advice.ts";
import type { FailureGroup } from "../../../codedeploy/failure/failure-groups.ts";
import {
  PREVIOUS_REVISION,
  groupTitle,
  orderWords,
  outcomeWords,
} from "../../../codedeploy/failure/failure-groups.ts";
import { lastWords, logLines } from "../../../codedeploy/failure/log-tail.ts";
import { scriptOutcome } from "../../../codedeploy/failure/script-outcome.ts";
import { isFromPreviousRevision } from "../../../codedeploy/failure/target-failure.ts";
import type { Target } from "../../../codedeploy/targets/target.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Code } from "../../../ui/Code.tsx";
import { LogLine } from "../../../ui/log/LogLine.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { usePrinting } from "../../../ui/browser/printing.ts";
import { TargetStateIcon } from "../../frame/StatusIcon.tsx";
import { TargetLinks } from "../targets/TargetLinks.tsx";

interface FailureEntryProps {
  group: FailureGroup;
  /** The one of them that failed first. */
  target: Target | undefined;
  /** How many targets the deployment has, and what one is called. */
  total: number;
  noun: string;
  deployment: Deployment;
  /** What broke first lies open; what followed is one line until somebody asks. */
  isOpen: boolean;
  /** Where what all failures have in common says what to do, each need not. */
  hasAdvice: boolean;
}

/** For a failure whose target is not read any more. */
const UNKNOWN_TARGET: Pick<Target, "facts" | "events"> = {
  facts: { kind: "unknown", typeName: undefined },
  events: [],
};

/** One way of failing, whatever the number of targets that failed so. */
export function FailureEntry(props: FailureEntryProps) {
  const { group, target, total, noun, deployment, isOpen, hasAdvice } = props;
  const { failure, targetIds } = group;
  const diagnostics = failure.kind === "event" ? failure.diagnostics : undefined;
  const advice = failureAdvice(failure, target ?? UNKNOWN_TARGET, deployment);
  const outcome = outcomeWords(diagnostics);
  const order = orderWords(group);
  const code = diagnostics?.errorCode;
  const isPrevious =
    failure.kind === "event" &&
    target?.facts.kind === "instance" &&
    scriptOutcome(diagnostics).script !== undefined &&
    isFromPreviousRevision(failure.event);
  return (
    <details open={isOpen}>
      <summary className="min-h-6 marker:text-muted">
        <h3 className="inline font-semibold">
          <span className="mr-1.5 inline-block align-[-0.125em]">
            <TargetStateIcon state="Failed" tone="fail" />
          </span>
          {groupTitle(group, total, noun, deployment)}
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
            {group.isVaried && " (names, ids, paths or times differ from target to target)"}
          </p>
        )}
        {code !== undefined && !isKnownCode(code) && (
          <p className="text-muted">
            Code: <Code text={code} />
          </p>
        )}
        <LastWords logTail={diagnostics?.logTail} script={diagnostics?.scriptName} />
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

/** The last lines that the failed script wrote, and on paper the whole log; nothing where AWS has none. */
function LastWords({ logTail, script }: { logTail: string | undefined; script: string | undefined }) {
  const isPrinting = usePrinting();
  const shown = isPrinting
    ? logLines(logTail).map(({ text }) => ({ text, isGap: false }))
    : lastWords(logTail, script);
  const lines = shown.map(({ text, isGap }, key) => ({ text, isGap, key }));
  if (lines.length === 0) return null;
  return (
    <pre className="overflow-hidden rounded-md border border-line bg-sunken px-3 py-2 font-mono text-xs whitespace-pre-wrap">
      {lines.map(({ key, text, isGap }) => (
        <Fragment key={key}>
          {isGap && <div className="text-muted">…</div>}
          <LogLine line={{ text }} matches={[]} current={-1} />
        </Fragment>
      ))}
    </pre>
  );
}
