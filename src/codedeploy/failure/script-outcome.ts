import type { Diagnostics } from "../targets/lifecycle-event.ts";

/** What the agent's message says about a script that did not succeed. Each member may be missing. */
export interface ScriptOutcome {
  script: string | undefined;
  user: string | undefined;
  exitCode: number | undefined;
  timeoutSeconds: number | undefined;
}

const SCRIPT = /specified location: (.{1,500}?)(?: run as user (\S{1,100}))? (?:failed|does|is)\b/;
const EXIT_CODE = /exit code (-?\d{1,10})\b/;
const TIMEOUT = /failed to complete in (\d{1,6}) seconds/;

/**
 * Reads the agent's "Script at specified location: X run as user U failed with exit code N", and the same with
 * "failed to complete in N seconds". A message of any other wording gives nothing but the script's name, if AWS
 * sent it apart.
 *
 * @see https://github.com/aws/aws-codedeploy-agent/blob/master/lib/instance_agent/plugins/codedeploy/hook_executor.rb
 */
export function scriptOutcome(diagnostics: Diagnostics | undefined): ScriptOutcome {
  const message = diagnostics?.message ?? "";
  const [, script, user] = SCRIPT.exec(message) ?? [];
  return {
    script: diagnostics?.scriptName ?? script,
    user,
    exitCode: numberIn(EXIT_CODE, message),
    timeoutSeconds: numberIn(TIMEOUT, message),
  };
}

function numberIn(pattern: RegExp, text: string): number | undefined {
  const digits = pattern.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
