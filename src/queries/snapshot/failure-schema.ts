import * as v from "valibot";
import { AppError, isAppErrorKind } from "../../errors/app-error.ts";

/** Why there was no answer. */
export const FailureSchema = v.looseObject({
  kind: v.string(),
  awsCode: v.optional(v.string()),
  requestId: v.optional(v.string()),
  detail: v.optional(v.string()),
  action: v.optional(v.string()),
});

type Failure = v.InferOutput<typeof FailureSchema>;

/** A failure as a file has it. */
export function failureOf({ kind, awsCode, requestId, detail, action }: AppError): Failure {
  return {
    kind,
    ...(awsCode !== undefined && { awsCode }),
    ...(requestId !== undefined && { requestId }),
    ...(detail !== undefined && { detail }),
    ...(action !== undefined && { action }),
  };
}

/** A failure as the page has it; a kind that this page does not know is `unknown`. */
export function appErrorFrom({ kind, ...evidence }: Failure): AppError {
  return new AppError(isAppErrorKind(kind) ? kind : "unknown", evidence);
}
