import type { LifecycleErrorCode } from "@aws-sdk/client-codedeploy";
import type { ErrorFacts } from "./error-code.ts";
import { lookUp } from "../../values/look-up.ts";

/**
 * What each code of a lifecycle event says, and what to do.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_Diagnostics.html
 */
const CODES: Readonly<Record<LifecycleErrorCode, ErrorFacts>> = {
  Success: {
    meaning: "The script ran and reported success.",
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

const UNKNOWN: ErrorFacts = {
  meaning: "This version of the page does not know this code. It is shown as AWS sent it.",
  nextStep: "Read the message and the log of the event.",
};

/** What the `errorCode` of an event's diagnostics means; says so for a code that nobody knows. */
export function diagnosticsFacts(errorCode: string): ErrorFacts {
  return lookUp(CODES, errorCode) ?? UNKNOWN;
}
