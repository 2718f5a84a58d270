import { errorFacts } from "./error-code.ts";
import type { FailureCause } from "./failure-cause.ts";
import { formatCountOf } from "../../format/number.ts";

interface CauseWords {
  /** One plain sentence: what happened. */
  summary: string;
  nextStep: string;
}

/** A cause in plain words; `targetNoun` is what one target is called, "instance" or "target". */
export function causeWords(cause: FailureCause, targetNoun: string): CauseWords {
  switch (cause.kind) {
    case "alarm":
      return words("ALARM_ACTIVE");
    case "stopped-by-hand":
      return words("MANUAL_STOP");
    case "error":
      return words(cause.code);
    case "stopped-unexplained":
      return {
        summary: cause.mayHaveTimedOut
          ? "AWS gives no reason. Somebody stopped the deployment, or nobody rerouted traffic before the wait ran out."
          : "AWS gives no reason. As no alarm is named, somebody or a tool probably stopped the deployment.",
        nextStep: "Look in CloudTrail for a StopDeployment event: it names who made it.",
      };
    case "failed-unexplained":
      return {
        summary: "The deployment failed, and AWS gives no reason.",
        nextStep: `Open the deployment in the AWS console and look at the ${targetNoun} that failed first.`,
      };
    case "succeeded-with-failures":
      return {
        summary: `The deployment counts as successful although ${formatCountOf(cause.failedCount, targetNoun)} failed: enough stayed healthy for its deployment configuration.`,
        nextStep: `The failed ${targetNoun}s may not run this revision. Find out why they failed, then deploy to them again.`,
      };
  }
}

function words(code: string): CauseWords {
  const { meaning, nextStep } = errorFacts(code);
  return { summary: meaning, nextStep };
}
