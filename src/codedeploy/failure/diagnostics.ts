import type { LifecycleErrorCode } from "@aws-sdk/client-codedeploy";
import { shortText } from "../../format/text.ts";
import type { ErrorFacts } from "./error-code.ts";
import { lookUp } from "../../values/look-up.ts";

/**
 * What each code of a lifecycle event says, and what to do.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_Diagnostics.html
 */
const CODES: Readonly<Record<LifecycleErrorCode, ErrorFacts>> = {
  Success: {
    meaning: "The agent reported success.",
    nextStep:
      "If the event failed all the same, read the event before it and the agent's log on the instance.",
  },
  ScriptMissing: {
    meaning: "The script is not where the AppSpec file says.",
    nextStep:
      "Compare the path under hooks in appspec.yml with the revision: it is relative to the root of the bundle, and case counts.",
  },
  ScriptNotExecutable: {
    meaning: "The script could not be executed.",
    nextStep:
      "Set its executable bit before bundling (chmod +x; git update-index --chmod=+x), and check its first line (#!) and that line endings are LF.",
  },
  ScriptTimedOut: {
    meaning: "The script did not end within its time-out.",
    nextStep:
      "Find what it waited for in the log. Start long-running processes in the background with their output redirected; otherwise raise timeout in appspec.yml, to 3,600 seconds at most.",
  },
  ScriptFailed: {
    meaning: "The script ran and ended with an exit code other than 0.",
    nextStep: "Read the last lines of its log, then run it by hand on the instance as the same user.",
  },
  UnknownError: {
    meaning: "The event failed before or beside its script, and the agent does not say why.",
    nextStep:
      "Read the message, then /var/log/aws/codedeploy-agent/codedeploy-agent.log on the instance. Usual causes: the bundle cannot be downloaded, the AppSpec file cannot be read, or a file exists already.",
  },
};

/** `UnknownError` with a message: the message says why, in words that this page does not know. */
const TOLD_BY_AGENT: ErrorFacts = {
  meaning: "The agent could not carry out the event. Its own words say why.",
  nextStep: "Read the message, then /var/log/aws/codedeploy-agent/codedeploy-agent.log on the instance.",
};

/**
 * What the `errorCode` of an event's diagnostics means; names a code that nobody knows.
 *
 * @param message AWS's words beside the code
 */
export function diagnosticsFacts(errorCode: string, message?: string): ErrorFacts {
  if (errorCode === "UnknownError" && message !== undefined) return TOLD_BY_AGENT;
  return (
    lookUp(CODES, errorCode) ?? {
      meaning: `AWS reports the code ${shortText(errorCode)}, which this page does not know.`,
      nextStep: "Read the message and the log of the event.",
    }
  );
}

/** What a code says of an event that did not fail; without a script nothing "ran". */
export function successWords(errorCode: string, script: string | undefined): string {
  if (errorCode !== "Success") return diagnosticsFacts(errorCode).meaning;
  return script === undefined
    ? "The agent reported success. AWS names no script for this event."
    : "The script ran and reported success.";
}
