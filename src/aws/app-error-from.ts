import { isCredentialFault } from "../access/resilient-credentials.ts";
import type { AppErrorKind } from "../errors/app-error.ts";
import { AppError } from "../errors/app-error.ts";
import { lookUp } from "../values/look-up.ts";

/**
 * What each exception type means for a person. By name, never by HTTP status: CodeDeploy answers 400 to nearly
 * everything.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/CommonErrors.html
 */
const KINDS: Readonly<Record<string, AppErrorKind>> = {
  DeploymentDoesNotExistException: "not-found",
  DeploymentTargetDoesNotExistException: "not-found",
  InstanceDoesNotExistException: "not-found",
  DeploymentConfigDoesNotExistException: "not-found",
  DeploymentIdRequiredException: "invalid-id",
  InvalidDeploymentIdException: "invalid-id",
  AccessDeniedException: "access-denied",
  AccessDenied: "access-denied",
  UnauthorizedOperation: "access-denied",
  OptInRequired: "access-denied",
  // The app's own: no AWS exception is called so.
  SignInEnded: "signed-out",
  ExpiredTokenException: "signed-out",
  ExpiredToken: "signed-out",
  UnrecognizedClientException: "signed-out",
  InvalidClientTokenId: "signed-out",
  InvalidSignatureException: "signed-out",
  SignatureDoesNotMatch: "signed-out",
  IncompleteSignature: "signed-out",
  MissingAuthenticationTokenException: "signed-out",
  InvalidIdentityTokenException: "signed-out",
  InvalidIdentityToken: "signed-out",
  RequestExpired: "clock-skew",
  RequestTimeTooSkewed: "clock-skew",
  ThrottlingException: "throttled",
  Throttling: "throttled",
  TooManyRequestsException: "throttled",
  LimitExceededException: "throttled",
  RequestLimitExceeded: "throttled",
  InternalFailure: "server",
  InternalServerError: "server",
  InternalErrorException: "server",
  ServiceUnavailable: "server",
  ServiceUnavailableException: "server",
  TimeoutError: "network",
  // The program's of local mode: see local/refusal.ts.
  LocalRefusal: "local",
  LocalNoAnswer: "network",
  SyntaxError: "malformed",
};

/**
 * Cognito's refusals to give credentials: guests are not admitted; the classic flow is off; the pool does not exist. Other
 * services use the same names for faults of their input.
 */
const NO_CREDENTIALS = new Set([
  "NotAuthorizedException",
  "InvalidParameterException",
  "ResourceNotFoundException",
]);

/** CodeDeploy's name for a signature that is refused, and STS's. */
const IS_OF_SIGNATURE = /^InvalidSignature|^SignatureDoes/;

/** AWS's words for a signature whose time is off, in place of an exception type of their own. */
const SKEWED = /signature (?:expired|not yet current)/i;

/** Names of errors that the browser made, not AWS. */
const NOT_FROM_AWS = new Set([
  "",
  "Error",
  "TypeError",
  "SyntaxError",
  "TimeoutError",
  "AbortError",
  "DOMException",
  "SignInEnded",
  "LocalRefusal",
  "LocalNoAnswer",
]);

/** The IAM action in "… is not authorized to perform: codedeploy:GetDeployment on resource …". */
const REFUSED_ACTION = /not authorized to perform:? ([\w-]+:\w+)/i;

/** What is refused where an exchange for credentials fails and AWS names no action. */
const CREDENTIALS = "cognito-identity:*";

interface Asked {
  action: string;
  /** Where the request goes, and where the credentials for it come from. */
  origins: readonly string[];
}

/** Any thrown value as the AppError that it means. `context` says what was asked, and where. */
export function appErrorFrom(thrown: unknown, context: Asked): AppError {
  if (thrown instanceof AppError) return thrown;
  const { name, message, status, requestId } = evidence(thrown);
  const isOnTheWay = isCredentialFault(thrown);
  const kind = isOnTheWay && NO_CREDENTIALS.has(name) ? "access-denied" : kindOf(name, message, status);
  // A request that the page's own policy stops fails as if there were no network.
  const blocked = name === "TypeError" && kind === "network" ? blockedOne(context.origins) : undefined;
  const ownOrigin = globalThis.location?.origin;
  const isOwn = ownOrigin !== undefined && context.origins[0] === ownOrigin;
  if (name === "TypeError" && kind === "network" && isOwn) {
    return new AppError("local-ended", { action: context.action, cause: thrown });
  }
  if (blocked !== undefined) {
    return new AppError("blocked", { detail: `connect-src does not allow ${blocked}.`, cause: thrown });
  }
  return new AppError(kind, {
    awsCode: NOT_FROM_AWS.has(name) ? undefined : name,
    requestId,
    detail: message.split("\n")[0],
    action: REFUSED_ACTION.exec(message)?.[1] ?? (isOnTheWay ? CREDENTIALS : context.action),
    cause: thrown,
  });
}

function kindOf(name: string, message: string, status: number | undefined): AppErrorKind {
  if (IS_OF_SIGNATURE.test(name) && SKEWED.test(message)) return "clock-skew";
  // fetch rejects with a TypeError for everything that kept it from an answer; the SDK's parser throws them too.
  if (name === "TypeError" && status === undefined) return "network";
  // A proxy's own page, in place of an answer.
  if (name === "SyntaxError" && status !== undefined && status >= 500) return "server";
  const known = lookUp(KINDS, name);
  if (known) return known;
  if (status !== undefined && status >= 500) return "server";
  return status === 200 ? "malformed" : "unknown";
}

interface Evidence {
  name: string;
  message: string;
  status: number | undefined;
  requestId: string | undefined;
}

function evidence(thrown: unknown): Evidence {
  if (!(thrown instanceof Error))
    return { name: "", message: String(thrown), status: undefined, requestId: undefined };
  const metadata = "$metadata" in thrown && typeof thrown.$metadata === "object" ? thrown.$metadata : null;
  return {
    name: thrown.name,
    message: thrown.message,
    status: metadata && "httpStatusCode" in metadata ? numberOf(metadata.httpStatusCode) : undefined,
    requestId: metadata && "requestId" in metadata ? textOf(metadata.requestId) : undefined,
  };
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

const blocked = new Set<string>();

/**
 * Notes the origins to which a page's own security policy stops requests. Such a request fails as if the network were down: only
 * this event tells the two apart.
 */
export function noteBlocked(page: Pick<Document, "addEventListener">): void {
  page.addEventListener("securitypolicyviolation", (event) => {
    if (URL.canParse(event.blockedURI)) blocked.add(new URL(event.blockedURI).origin);
  });
}

if (globalThis.document) noteBlocked(document);

/** The first of these origins to which the content security policy has stopped a request since the page was loaded. */
function blockedOne(origins: readonly string[]): string | undefined {
  return origins.find((origin) => blocked.has(origin));
}
