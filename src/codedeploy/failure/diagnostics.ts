import type { LifecycleErrorCode } from "@aws-sdk/client-codedeploy";
import { shortText } from "../../format/text.ts";
import { lookUp } from "../../values/look-up.ts";
import type { EventDoer } from "../targets/event-doer.ts";
import type { Diagnostics, LifecycleEvent } from "../targets/lifecycle-event.ts";
import { targetStatusFacts } from "../targets/target-status.ts";
import type { InstanceSystem } from "./agent-words.ts";
import { agentLog } from "./agent-words.ts";
import type { ErrorFacts } from "./error-code.ts";
import { scriptOutcome } from "./script-outcome.ts";

type Explain = (diagnostics: Diagnostics, system: InstanceSystem) => ErrorFacts;

/**
 * What each code of a failed event says, and what to do.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_Diagnostics.html
 */
const CODES: Readonly<Record<LifecycleErrorCode, Explain>> = {
  Success: (_, system) => ({
    meaning: "The agent reported success, and CodeDeploy counts the event as failed.",
    nextStep: `Read the event before it, and ${agentLog(system)} on the instance.`,
  }),
  ScriptMissing: () => ({
    meaning: "The script is not where the AppSpec file says.",
    nextStep:
      "Compare the path under hooks in appspec.yml with the revision: it is relative to the root of the bundle, and case counts.",
  }),
  ScriptNotExecutable: (_, system) => ({
    meaning: "The script could not be executed.",
    nextStep:
      system === "windows"
        ? "Name a file that Windows can run, such as a .ps1, .bat or .exe, and check that the agent's user may run it."
        : "Set its executable bit before bundling (chmod +x; git update-index --chmod=+x), and check its first line (#!) and that line endings are LF.",
  }),
  ScriptTimedOut: ({ logTail }) => ({
    meaning: "The script did not end within its time-out.",
    nextStep: `${logTail === undefined ? "Find what it waited for." : "Find what it waited for in the log."} Start long-running processes in the background with their output redirected; otherwise raise timeout in appspec.yml, to 3,600 seconds at most.`,
  }),
  ScriptFailed: ({ logTail }) => ({
    meaning: "The script did not succeed.",
    nextStep: `${logTail === undefined ? "AWS has no log of it: run it" : "Read the last lines of its log, then run it"} by hand on the instance as the same user.`,
  }),
  UnknownError: ({ message }, system) => ({
    meaning:
      message === undefined
        ? "The agent could not carry out the event, and does not say why."
        : "The agent could not carry out the event.",
    nextStep: `Read ${agentLog(system)} on the instance.`,
  }),
};

/** Codes that say what became of a script. */
const OF_SCRIPTS = /^Script/;

/**
 * What the diagnostics of a failed event mean, by their code; names a code that nobody knows, and one that does not fit the
 * event.
 */
export function diagnosticsFacts(
  diagnostics: Diagnostics,
  doer: EventDoer,
  system: InstanceSystem,
): ErrorFacts {
  const { errorCode = "UnknownError" } = diagnostics;
  const hasScript = doer === "script" || scriptOutcome(diagnostics).script !== undefined;
  if (!isKnownCode(errorCode) || (OF_SCRIPTS.test(errorCode) && !hasScript)) {
    return {
      meaning: isKnownCode(errorCode)
        ? `The agent reports ${errorCode}, for an event that has no script.`
        : `AWS reports the code ${shortText(errorCode)}, which this page does not know.`,
      nextStep: `Read ${agentLog(system)} on the instance.`,
    };
  }
  return CODES[errorCode](diagnostics, system);
}

/** Whether a code is one that AWS documents. */
export function isKnownCode(errorCode: string): errorCode is LifecycleErrorCode {
  return lookUp(CODES, errorCode) !== undefined;
}

/** The agent's words where the AppSpec file has nothing for an event. */
const NOOP = /CompletedNoopCommand/i;

/** What a code says of an event that did not fail; without a script nothing "ran". */
export function successWords({ diagnostics }: LifecycleEvent, doer: EventDoer): string | undefined {
  const { errorCode, message = "" } = diagnostics ?? {};
  if (errorCode === undefined) return undefined;
  if (errorCode !== "Success") {
    return isKnownCode(errorCode)
      ? "AWS does not count the event as failed."
      : "This page does not know this code.";
  }
  if (NOOP.test(message)) return "The AppSpec file has no script for this event.";
  if (scriptOutcome(diagnostics).script !== undefined) return "The script ran and reported success.";
  if (doer === "script") return "The agent reported success. AWS names no script for this event.";
  return "The agent reported success. This event has no script.";
}

/** Why there is no log of an event, as far as it can be told. */
export function noLogWords(event: LifecycleEvent, doer: EventDoer): string {
  const { isFinal } = targetStatusFacts(event.status);
  if (event.status === "Skipped") return "The event was skipped, and so has no log.";
  if (event.status === "Pending") return "The event has not begun, and so has no log.";
  if (doer === "hook") {
    return "CodeDeploy keeps no logs on this platform. A hook's own log is in CloudWatch, under its Lambda function.";
  }
  if (doer === "unknown") return "AWS sends no log of this event.";
  if (doer !== "script") return "This event has no script, and so no log.";
  if (!isFinal) return "The agent sends the log of a script when it has ended.";
  return NOOP.test(event.diagnostics?.message ?? "")
    ? "Without a script there is no log."
    : "AWS has no log of this event.";
}
