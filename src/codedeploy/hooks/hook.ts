import { eventDoer } from "../targets/event-doer.ts";
import type { Target } from "../targets/target.ts";

/** A lifecycle event whose Lambda function runs or has failed. */
export interface Hook {
  event: string;
  hasFailed: boolean;
  startMs: number | undefined;
  endMs: number | undefined;
  /** The function, where the target names it. */
  functionName: string | undefined;
  /** In CodeDeploy's words. */
  message: string | undefined;
}

/** The hook that keeps a deployment from going on: the first that failed, otherwise the one that runs. */
export function troubledHook(targets: readonly Target[]): Hook | undefined {
  const hooks = targets.flatMap(({ events, facts }) =>
    events.flatMap(({ name, status, startMs, endMs, diagnostics }) => {
      const isOpen = status === "Failed" || status === "InProgress";
      if (!isOpen || eventDoer(name, facts.kind) !== "hook") return [];
      return [
        {
          event: name,
          hasFailed: status === "Failed",
          startMs,
          endMs,
          functionName: diagnostics?.scriptName,
          message: diagnostics?.message,
        },
      ];
    }),
  );
  return hooks.find(({ hasFailed }) => hasFailed) ?? hooks[0];
}

/** What is known of why a hook is in trouble. */
export interface HookTrouble {
  title: string;
  /** What it means, and what to do. */
  words: string;
}

const MINUTE_MS = 60_000;
/** A hook must call back within an hour. */
const NEARLY_AN_HOUR_MS = 55 * MINUTE_MS;
/** A function that may not be called fails before it could have done anything. */
const AT_ONCE_MS = MINUTE_MS;

/**
 * Whether the name of a function is the likely reason for which its hook failed: AWS's managed policies for CodeDeploy's service role,
 * AWSCodeDeployRoleForECS and AWSCodeDeployRoleForLambda, allow it to call functions of one name alone. Whether the role has another
 * policy besides, nobody has asked.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/tutorial-ecs-with-hooks-create-hooks.html
 */
export function isRefusedByName(hook: Hook, functionName: string | undefined): boolean {
  if (!hook.hasFailed || functionName === undefined || functionName.startsWith("CodeDeployHook_"))
    return false;
  return lastedMs(hook) < AT_ONCE_MS && !hasReported(hook);
}

/** What keeps a failed hook, or one that runs, from calling back. */
export function hookTrouble(hook: Hook, functionName: string | undefined): HookTrouble {
  const name = functionName === undefined ? "The hook function" : `The hook function ${functionName}`;
  if (isRefusedByName(hook, functionName)) {
    return {
      title: `Likely cause: ${functionName} is not named CodeDeployHook_…`,
      words:
        "AWS’s managed policies for CodeDeploy’s service role let it call functions with that name alone. Rename the hook function, or give the role lambda:InvokeFunction for it.",
    };
  }
  if (!hook.hasFailed) {
    return {
      title: `${name} has not called back yet.`,
      words: "It must call PutLifecycleEventHookExecutionStatus within an hour of its start.",
    };
  }
  if (hasReported(hook)) return { title: `${name} reported a failure.`, words: "Its log may say why." };
  if (lastedMs(hook) >= NEARLY_AN_HOUR_MS) {
    return {
      title: `${name} never called back.`,
      words:
        "It timed out, failed before its call of PutLifecycleEventHookExecutionStatus, or its own role may not make that call. Its log tells which.",
    };
  }
  return {
    title: `${name} failed.`,
    words: "It reported a failure, or could not be called. Its log tells which.",
  };
}

function hasReported({ message }: Hook): boolean {
  return message !== undefined && /reported Failed/i.test(message);
}

function lastedMs({ startMs, endMs }: Hook): number {
  return startMs === undefined || endMs === undefined ? Number.NaN : endMs - startMs;
}
