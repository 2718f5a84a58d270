import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { functionNameOf } from "../../codedeploy/changes/appspec.ts";
import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import type { Hook } from "../../codedeploy/hooks/hook.ts";
import { troubledHook } from "../../codedeploy/hooks/hook.ts";
import type { LogLine } from "../../codedeploy/hooks/log-lines.ts";
import { lastLines, logGroupOf, logWindow } from "../../codedeploy/hooks/log-lines.ts";
import { knownTargets } from "../../codedeploy/targets/target-list.ts";
import type { AppError } from "../../errors/app-error.ts";
import { useAppSpec } from "./appspec.ts";
import { eachPage } from "../each-page.ts";
import { useAws } from "../deployments-context.ts";
import { useTargetList } from "../targets.tsx";

/** A hook that runs or has failed, with its function. */
export interface HookState {
  hook: Hook;
  /** `undefined` while it is asked for, and where the AppSpec cannot be read. */
  functionName: string | undefined;
  error: AppError | undefined;
  isAsking: boolean;
}

/**
 * The hook of a deployment of ECS or Lambda that runs or has failed; `undefined` without one. Its function's name stands in the AppSpec, which
 * is asked for where config.json lists the join, and where no answer so far has named it.
 */
export function useHook(region: string, deployment: Deployment): HookState | undefined {
  const { joins } = useAws();
  const { revision } = deployment;
  const list = useTargetList();
  const hook = useMemo(() => troubledHook(knownTargets(list)), [list]);
  const mayAsk = hook !== undefined && hook.functionName === undefined && joins.includes("logs");
  const { spec, error, isAsking } = useAppSpec(region, deployment, revision, mayAsk);
  if (!hook) return undefined;
  const named = hook.functionName ?? spec?.hooks.get(hook.event);
  return { hook, functionName: named && functionNameOf(named), error, isAsking };
}

/** CloudWatch Logs may answer with empty pages; so many are asked for at most. */
const MOST_PAGES = 5;
/** The last lines that are shown. */
const MOST_LINES = 50;

/** The last lines of a hook function, in their order. */
export interface HookLogState {
  /** `undefined` while they are asked for. */
  lines: readonly LogLine[] | undefined;
  error: AppError | undefined;
  isAsking: boolean;
  /** Asks once more. */
  again: () => void;
}

/**
 * The last lines that a hook function wrote about its event, asked for when somebody wants them and not again by itself: a log can hold
 * secrets.
 */
export function useHookLog(
  region: string,
  { event, startMs, endMs }: Hook,
  functionName: string | undefined,
  isWanted: boolean,
): HookLogState {
  const { logs } = useAws();
  const { data, error, isFetching, refetch } = useQuery<LogLine[], AppError>({
    queryKey: ["hook-log", region, functionName, event, startMs, endMs],
    queryFn: async ({ signal }) => {
      const logGroupName = logGroupOf(functionName ?? "");
      const window = logWindow({ startMs: startMs ?? 0, endMs }, Date.now());
      const lines: LogLine[] = [];
      const pages = eachPage(
        (nextToken) => logs.filterLogEvents({ region, logGroupName, ...window, nextToken }, signal),
        MOST_PAGES,
      );
      for await (const page of pages) {
        lines.push(...page.lines);
        if (lines.length >= MOST_LINES) break;
      }
      return lastLines(lines, MOST_LINES);
    },
    enabled: isWanted && functionName !== undefined && startMs !== undefined,
    retry: false,
    retryOnMount: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return { lines: data, error: error ?? undefined, isAsking: isFetching, again: () => void refetch() };
}
