import { ERROR_MEANINGS } from "./error-meaning.ts";
import { ERROR_NEXT_STEPS } from "./error-next-step.ts";
import { lookUp } from "../../values/look-up.ts";

/** AWS's own page about the codes. */
export const ERROR_CODES_URL = "https://docs.aws.amazon.com/codedeploy/latest/userguide/error-codes.html";

export interface ErrorFacts {
  /** One plain sentence: what the code says. */
  meaning: string;
  /** What to check or do first. */
  nextStep: string;
}

const UNKNOWN: ErrorFacts = {
  meaning: "This version of the page does not know this error code. It is shown as AWS sent it.",
  nextStep: "Read AWS's message, and look the code up in AWS's list of error codes.",
};

/** What the `errorInformation.code` of a deployment means, and what to do; says so for a code that nobody knows. */
export function errorFacts(code: string): ErrorFacts {
  const meaning = lookUp(ERROR_MEANINGS, code);
  const nextStep = lookUp(ERROR_NEXT_STEPS, code);
  return meaning !== undefined && nextStep !== undefined ? { meaning, nextStep } : UNKNOWN;
}
