import type { AwsCredentialIdentity } from "@smithy/types";
import type { CredentialSource } from "../access/credentials.ts";
import { settle } from "../values/settle.ts";
import type { AppError, AppErrorKind } from "../errors/app-error.ts";
import { appErrorFrom } from "./app-error-from.ts";
import type { OperationKind } from "./service.ts";

const DEADLINE_MS = 15_000;
const SECOND_TRY_DELAY_MS = 500;

/** Refusals of the credentials themselves, which new ones may cure. */
const STALE_CREDENTIALS = new Set([
  "ExpiredTokenException",
  "ExpiredToken",
  "UnrecognizedClientException",
  "InvalidClientTokenId",
  "InvalidSignatureException",
  "SignatureDoesNotMatch",
]);

/** Faults that are often gone half a second later; the SDK has corrected its clock by then. */
const QUICKLY_OVER: ReadonlySet<AppErrorKind> = new Set(["clock-skew", "network", "local-ended", "server"]);

export interface CallContext {
  kind: OperationKind;
  /** The IAM action that the call needs, for example `codedeploy:GetDeployment`. */
  action: string;
  /** Where the call goes, and where the credentials for it come from. */
  origins: readonly string[];
  signal: AbortSignal;
  credentials: Pick<CredentialSource, "held" | "renew">;
}

/**
 * The one retry policy of the app. Makes an attempt and, when a quick second one may help, exactly one more:
 * for a corrected clock, the network and server faults after half a second, for stale credentials at once with
 * new ones; never for throttling, and never for an action, whatever became of it. All of it ends within 15 s.
 *
 * @throws AppError; when `context.signal` aborted, its reason
 */
export async function callAws<Result>(
  context: CallContext,
  attempt: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(DEADLINE_MS)]);
  const used = context.credentials.held();
  try {
    return await settle(attempt(signal), signal);
  } catch (first) {
    context.signal.throwIfAborted();
    const error = appErrorFrom(first, context);
    if (context.kind === "action" || signal.aborted || !(await isWorthAnother(error, context, used)))
      throw error;
  }
  try {
    return await settle(attempt(signal), signal);
  } catch (second) {
    context.signal.throwIfAborted();
    throw appErrorFrom(second, context);
  }
}

/** Prepares a second attempt; `false` when it would be in vain. */
async function isWorthAnother(
  error: AppError,
  context: CallContext,
  used: AwsCredentialIdentity | undefined,
): Promise<boolean> {
  if (error.kind === "signed-out" && STALE_CREDENTIALS.has(error.awsCode ?? "")) {
    context.credentials.renew(used);
    return true;
  }
  if (!QUICKLY_OVER.has(error.kind)) return false;
  await new Promise((resolve) => setTimeout(resolve, SECOND_TRY_DELAY_MS));
  return !context.signal.aborted;
}
