import type { Diagnostics } from "@aws-sdk/client-codedeploy";
import type { Wire } from "../wire.ts";

/** A script that ended with an exit code other than 0. */
export function scriptFailed(
  event: string,
  scriptName: string,
  exitCode: number,
  lines: readonly string[],
): Wire<Diagnostics> {
  return {
    errorCode: "ScriptFailed",
    scriptName,
    message: `Script at specified location: ${scriptName} run as user root failed with exit code ${exitCode}`,
    logTail: logTail(event, scriptName, lines),
  };
}

/** A script that did not end in the time that the AppSpec gives it. */
export function scriptTimedOut(
  event: string,
  scriptName: string,
  timeoutSeconds: number,
  lines: readonly string[],
): Wire<Diagnostics> {
  return {
    errorCode: "ScriptTimedOut",
    scriptName,
    message: `Script at specified location: ${scriptName} failed to complete in ${timeoutSeconds} seconds`,
    logTail: logTail(event, scriptName, lines),
  };
}

/** A script that the AppSpec names and the bundle does not hold. */
export function scriptMissing(scriptName: string): Wire<Diagnostics> {
  return {
    errorCode: "ScriptMissing",
    scriptName,
    message: `Script does not exist at specified location: /opt/codedeploy-agent/deployment-root/3c5f2a7e-9d41-4b6c-8e0f-71d2ab94c6e3/d-SCRIPTS01/deployment-archive/${scriptName}`,
    logTail: "",
  };
}

/** A script that the agent may not run. */
export function scriptNotExecutable(scriptName: string): Wire<Diagnostics> {
  return {
    errorCode: "ScriptNotExecutable",
    scriptName,
    message: `Unable to set script at specified location: ${scriptName} as executable`,
    logTail: "",
  };
}

/** Anything else that the agent, or CodeDeploy in its place, reports. */
export function unknownError(message: string): Wire<Diagnostics> {
  return { errorCode: "UnknownError", scriptName: "", message, logTail: "" };
}

/** A script that went well and said something. */
export function succeededWithLog(
  event: string,
  scriptName: string,
  lines: readonly string[],
): Wire<Diagnostics> {
  return {
    errorCode: "Success",
    scriptName: "",
    message: "Succeeded",
    logTail: logTail(event, scriptName, lines),
  };
}

/** What CodeDeploy reports in the place of an agent that does not answer. */
export const AGENT_SILENT = unknownError(
  "CodeDeploy agent was not able to receive the lifecycle event. Check the CodeDeploy agent logs on your host and make sure the agent is running and can connect to the CodeDeploy server.",
);

/** The last lines of a script's output, written as the agent writes them. Lines that begin with `!` went to stderr. */
function logTail(event: string, script: string, lines: readonly string[]): string {
  const output = lines.map((line) => (line.startsWith("!") ? `[stderr]${line.slice(1)}` : `[stdout]${line}`));
  return [`LifecycleEvent - ${event}`, `Script - ${script}`, ...output, ""].join("\n");
}
