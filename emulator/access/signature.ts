import type { Hmac } from "node:crypto";
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { ReceivedRequest } from "../http/received-request.ts";
import { AwsError } from "./aws-error.ts";
import { canonicalRequest } from "./canonical-request.ts";
import type { CredentialStore, IssuedCredentials } from "./credential-store.ts";
import { amzDate, checkSigningTime } from "./signing-time.ts";

/** A caller whose signature was found good, with the Region of the signature's scope. */
export interface Caller {
  readonly credentials: IssuedCredentials;
  readonly region: string;
}

/**
 * Checks a Signature Version 4 the way AWS does: known key and token, right scope, signed within some minutes, all
 * signed that must be, not expired, and the same signature when it is computed again over what arrived.
 * @param nowMs the time in epoch milliseconds
 * @param clockOffsetMs by how much the server takes its clock to be ahead of that, for that window
 * @param patienceMinutes how long before or after that the signature may have been made
 * @throws AwsError in AWS's words for what is wrong
 */
export function verifySignature(
  request: ReceivedRequest,
  service: string,
  issued: CredentialStore,
  nowMs: number,
  clockOffsetMs: number,
  patienceMinutes = 5,
): Caller {
  const authorization = parseAuthorization(request.headers["authorization"]);
  const credentials = issued.find(authorization.accessKeyId);
  if (!credentials || request.headers["x-amz-security-token"] !== credentials.sessionToken) {
    throw new AwsError(
      "UnrecognizedClientException",
      "The security token included in the request is invalid.",
    );
  }
  if (authorization.service !== service) {
    throw new AwsError(
      "InvalidSignatureException",
      `Credential should be scoped to correct service: '${service}'.`,
    );
  }
  const serverMs = nowMs + clockOffsetMs;
  const signedAtMs = checkSigningTime(request.headers, authorization.date, serverMs, patienceMinutes);
  requireSigned(request.headers, authorization.signedHeaders);
  if (credentials.expiresAtMs <= nowMs) {
    throw new AwsError("ExpiredTokenException", "The security token included in the request is expired");
  }
  const expected = signAgain(request, authorization, credentials, signedAtMs);
  if (!isSame(expected, authorization.signature) || !hasDeclaredBody(request)) {
    throw new AwsError(
      "InvalidSignatureException",
      "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.",
    );
  }
  return { credentials, region: authorization.region };
}

/**
 * The signature that a request ought to have.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
function signAgain(
  request: ReceivedRequest,
  { date, region, service, signedHeaders }: Authorization,
  { secretAccessKey }: IssuedCredentials,
  signedAtMs: number,
): string {
  const hash = createHash("sha256").update(canonicalRequest(request, signedHeaders)).digest("hex");
  const scope = [date, region, service, "aws4_request"];
  const key = scope.reduce<string | Buffer>(
    (secret, part) => hmac(secret, part).digest(),
    `AWS4${secretAccessKey}`,
  );
  return hmac(key, ["AWS4-HMAC-SHA256", amzDate(signedAtMs), scope.join("/"), hash].join("\n")).digest("hex");
}

function hmac(key: string | Buffer, text: string): Hmac {
  return createHmac("sha256", key).update(text);
}

/**
 * What must be signed so that nobody can change what a request asks, or whom: its host and every `x-amz-` header.
 * @throws AwsError for one that is not
 */
function requireSigned(headers: ReceivedRequest["headers"], signedHeaders: readonly string[]): void {
  if (!signedHeaders.includes("host")) throw unsigned("'Host' or ':authority'");
  const missing = Object.keys(headers).find(
    (name) => name.startsWith("x-amz-") && !signedHeaders.includes(name),
  );
  if (missing !== undefined) throw unsigned(`'${missing}'`);
}

function unsigned(header: string): AwsError {
  return new AwsError(
    "InvalidSignatureException",
    `${header} must be a 'SignedHeader' in the AWS Authorization.`,
  );
}

/** A hash of the body that the request declares must be that of the body. */
function hasDeclaredBody({ headers, body }: ReceivedRequest): boolean {
  const declared = headers["x-amz-content-sha256"];
  return declared === undefined || declared === createHash("sha256").update(body).digest("hex");
}

function isSame(expected: string, received: string): boolean {
  const [own, foreign] = [Buffer.from(expected), Buffer.from(received)];
  return own.length === foreign.length && timingSafeEqual(own, foreign);
}

/** The parts of an `Authorization` header of Signature Version 4. */
interface Authorization {
  readonly accessKeyId: string;
  /** The day of the scope, as `YYYYMMDD`. */
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=(?<accessKeyId>\w+)\/(?<date>\d{8})\/(?<region>[a-z0-9-]+)\/(?<service>[a-z0-9-]+)\/aws4_request, ?SignedHeaders=(?<signedHeaders>[^,]+), ?Signature=(?<signature>\S+)$/;

/**
 * Takes an `Authorization` header apart.
 * @throws AwsError when there is none or it is not of Signature Version 4
 */
function parseAuthorization(header: string | undefined): Authorization {
  if (!header) {
    throw new AwsError("MissingAuthenticationTokenException", "Request is missing Authentication Token");
  }
  const parts = AUTHORIZATION.exec(header)?.groups;
  if (!parts) {
    throw new AwsError(
      "IncompleteSignatureException",
      "Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' parameters of AWS4-HMAC-SHA256.",
    );
  }
  const { accessKeyId = "", date = "", region = "", service = "", signature = "" } = parts;
  const signedHeaders = (parts["signedHeaders"] ?? "").toLowerCase().split(";");
  return { accessKeyId, date, region, service, signedHeaders, signature };
}
