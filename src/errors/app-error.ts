import { lookUp } from "../values/look-up.ts";

/** Every way in which asking AWS can fail, as far as it changes what a person should do. */
export type AppErrorKind =
  | "not-found"
  | "invalid-id"
  | "access-denied"
  | "signed-out"
  | "throttled"
  | "clock-skew"
  | "network"
  /** The program of local mode did not forward it: a person has to do something at its terminal. */
  | "local"
  /** That program does not answer. */
  | "local-ended"
  | "blocked"
  | "malformed"
  | "server"
  /** A snapshot does not hold the answer; nobody was asked. */
  | "not-kept"
  | "unknown";

interface AppErrorOptions {
  /** The exception's type name as AWS sent it, for example `DeploymentDoesNotExistException`. */
  awsCode?: string | undefined;
  requestId?: string | undefined;
  /** AWS's own words. */
  detail?: string | undefined;
  /** The IAM action that was refused, for example `codedeploy:GetDeployment`. */
  action?: string | undefined;
  cause?: unknown;
}

/** Failures that a later try may cure by itself. The others stop the polling. */
const TRANSIENT: Readonly<Record<AppErrorKind, boolean>> = {
  "not-found": false,
  "invalid-id": false,
  "access-denied": false,
  "signed-out": false,
  throttled: true,
  "clock-skew": true,
  network: true,
  local: true,
  "local-ended": false,
  blocked: false,
  malformed: true,
  server: true,
  "not-kept": false,
  unknown: true,
};

/** Whether a value from elsewhere names a kind of failure. */
export function isAppErrorKind(value: unknown): value is AppErrorKind {
  return typeof value === "string" && lookUp(TRANSIENT, value) !== undefined;
}

/** Whether a value from elsewhere names a kind of failure that a later try may cure by itself. */
export function isTransientKind(value: unknown): value is AppErrorKind {
  return typeof value === "string" && lookUp(TRANSIENT, value) === true;
}

/** The one error that leaves the `aws` room: what happened, by kind, with AWS's evidence. */
export class AppError extends Error {
  readonly kind: AppErrorKind;
  readonly awsCode: string | undefined;
  readonly requestId: string | undefined;
  readonly detail: string | undefined;
  readonly action: string | undefined;

  constructor(kind: AppErrorKind, options: AppErrorOptions = {}) {
    super(options.detail ?? kind, { cause: options.cause });
    this.name = "AppError";
    this.kind = kind;
    this.awsCode = options.awsCode;
    this.requestId = options.requestId;
    this.detail = options.detail;
    this.action = options.action;
  }

  /** Whether a later try may succeed without anybody doing anything. */
  get isTransient(): boolean {
    return TRANSIENT[this.kind];
  }
}

/** Whether the person has to sign in again, rather than AWS refusing what their sign-in gave. */
export function isSignInEnded({ kind, awsCode }: Pick<AppError, "kind" | "awsCode">): boolean {
  return kind === "signed-out" && awsCode === undefined;
}
