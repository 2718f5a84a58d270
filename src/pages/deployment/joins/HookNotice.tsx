import { useState } from "react";
import { logGroupUrl } from "../../../aws-names/console-links.ts";
import type { Hook } from "../../../codedeploy/hooks/hook.ts";
import { hookTrouble, isRefusedByName } from "../../../codedeploy/hooks/hook.ts";
import type { LogLine } from "../../../codedeploy/hooks/log-lines.ts";
import { logGroupOf } from "../../../codedeploy/hooks/log-lines.ts";
import { visibleText } from "../../../format/text.ts";
import { useAws } from "../../../queries/deployments-context.ts";
import { useHook, useHookLog } from "../../../queries/joins/hook-log.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Button } from "../../../ui/Button.tsx";
import { ConsoleLink } from "../../../ui/ExternalLink.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { ScrollRegion } from "../../../ui/ScrollRegion.tsx";
import { Timestamp } from "../../../ui/time.tsx";
import { partProblemWords } from "../part-problem-words.ts";
import { useShownDeployment } from "../shown-deployment.ts";

/**
 * The hook that failed or runs, what is known of why, and the last lines of its function for whoever asks for them. Without the join only
 * what the function's name says, since all else stands elsewhere on the page.
 *
 * @param hasFailed whether it stands where failures do, or where that goes on which runs
 */
export function HookNotice({ hasFailed }: { hasFailed: boolean }) {
  const { region, deployment } = useShownDeployment();
  const hasLogs = useAws().joins.includes("logs");
  const state = useHook(region, deployment);
  if (!state || state.hook.hasFailed !== hasFailed) return null;
  const { hook, functionName, error } = state;
  if (!hasLogs && !isRefusedByName(hook, functionName)) return null;
  // Events without a function run for a moment as well.
  if (!hook.hasFailed && functionName === undefined && !error) return null;
  const { title, words } = hookTrouble(hook, functionName);
  return (
    <Notice tone={hook.hasFailed ? "fail" : "wait"} title={visibleText(title)}>
      <p>{words}</p>
      <p className="text-muted">
        <AwsText text={hook.event} />
        {hook.startMs !== undefined && (
          <>
            {" began at "}
            <Timestamp atMs={hook.startMs} />
          </>
        )}
        {hook.endMs !== undefined && (
          <>
            {", ended at "}
            <Timestamp atMs={hook.endMs} />
          </>
        )}
      </p>
      {error && <p className="text-muted">{partProblemWords(error, "The hook’s function is not known")}</p>}
      {hasLogs && functionName !== undefined && <HookLog hook={hook} functionName={functionName} />}
    </Notice>
  );
}

interface HookLogProps {
  hook: Hook;
  functionName: string;
}

function HookLog({ hook, functionName }: HookLogProps) {
  const { region } = useShownDeployment();
  const [isWanted, setWanted] = useState(false);
  const { lines, error, isAsking, again } = useHookLog(region, hook, functionName, isWanted);
  const href = logGroupUrl(region, logGroupOf(functionName));
  return (
    <div className="mt-2 space-y-2">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Button
          size="small"
          disabled={isAsking}
          onClick={() => {
            if (isWanted) again();
            setWanted(true);
          }}
        >
          {isWanted ? "Read the log again" : "Show the last lines of its log"}
        </Button>
        {href !== undefined && <ConsoleLink href={href}>The whole log</ConsoleLink>}
      </p>
      {isWanted && isAsking && <p className="text-muted">CloudWatch Logs is being asked.</p>}
      {error && !isAsking && <p className="text-muted">{problemWords(functionName, error)}</p>}
      {lines && !error && <Lines lines={lines} hasFailed={hook.hasFailed} />}
    </div>
  );
}

function problemWords(functionName: string, error: Parameters<typeof partProblemWords>[0]): string {
  if (error.awsCode === "ResourceNotFoundException") {
    return `There is no log group ${visibleText(logGroupOf(functionName))}: perhaps the function was never called, writes to another one, or may not create it.`;
  }
  return partProblemWords(error, "Its log is not shown");
}

/** Whoever has asked for it wants to read it, also where it comes below the screen. */
function bringIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "nearest" });
}

function Lines({ lines, hasFailed }: { lines: readonly LogLine[]; hasFailed: boolean }) {
  if (lines.length === 0) {
    return (
      <p>
        {hasFailed
          ? "No line of this time was found in its log group: perhaps the function was not called, writes to another one or may not write, or the lines have expired."
          : "No line of this time was found in its log group so far."}
      </p>
    );
  }
  return (
    <div ref={bringIntoView}>
      <ScrollRegion
        name="The last lines of the hook’s log"
        className="max-h-72 rounded-md border border-line"
      >
        <ol className="space-y-1 font-mono text-xs">
          {lines.map(({ id, atMs, text }, place) => (
            <li key={id ?? place}>
              {atMs !== undefined && (
                <>
                  <Timestamp atMs={atMs} />{" "}
                </>
              )}
              <AwsText text={text.trimEnd()} />
            </li>
          ))}
        </ol>
      </ScrollRegion>
    </div>
  );
}
