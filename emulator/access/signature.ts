import { Sha256 } from "@aws-crypto/sha256-js";
import { SignatureV4 } from "@smithy/signature-v4";
import { createHash, timingSafeEqual } from "node:crypto";
import type { ReceivedRequest } from "../http/received-request.ts";
import { AwsError } from "./aws-error.ts";
import type { CredentialStore, IssuedCredentials } from "./credential-store.ts";

/** A caller whose signature was found good, with the Region of the signature's scope. */
export interface Caller {
  readonly credentials: IssuedCredentials;
  readonly region: string;
}

/**
 * Checks a Signature Version 4 the way AWS does: known key and token, right scope, signed within five minutes, not
 * expired, and the same signature when it is computed again over what arrived.
 * @param nowMs the time in epoch milliseconds
 * @param clockOffsetMs by how much the server takes its clock to be ahead of that, for the window of five minutes
 * @throws AwsError in AWS's words for what is wrong
 */
export async function verifySignature(
  request: ReceivedRequest,
  service: string,
  issued: CredentialStore,
  nowMs: number,
  clockOffsetMs: number,
): Promise<Caller> {
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
  const signedAtMs = checkSigningTime(request.headers["x-amz-date"], authorization.date, serverMs);
  if (credentials.expiresAtMs <= nowMs) {
    throw new AwsError("ExpiredTokenException", "The security token included in the request is expired");
  }
  const expected = await signAgain(request, authorization, credentials, signedAtMs);
  if (!isSame(expected, authorization.signature) || !hasDeclaredBody(request)) {
    throw new AwsError(
      "InvalidSignatureException",
      "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.",
    );
  }
  return { credentials, region: authorization.region };
}

async function signAgain(
  request: ReceivedRequest,
  authorization: Authorization,
  { accessKeyId, secretAccessKey }: IssuedCredentials,
  signedAtMs: number,
): Promise<string> {
  const signer = new SignatureV4({
    credentials: { accessKeyId, secretAccessKey },
    region: authorization.region,
    service: authorization.service,
    sha256: Sha256,
    applyChecksum: false,
  });
  const headers = Object.fromEntries(
    authorization.signedHeaders.map((name) => [name, request.headers[name] ?? ""]),
  );
  const signed = await signer.sign(
    {
      method: request.method,
      protocol: "http:",
      hostname: request.headers["host"] ?? "",
      path: request.path,
      query: Object.fromEntries(request.query),
      headers,
      body: request.body,
    },
    { signingDate: new Date(signedAtMs), signableHeaders: new Set(authorization.signedHeaders) },
  );
  return parseAuthorization(signed.headers["authorization"]).signature;
}

/** The signer takes a declared hash of the body at its word; whether the body has that hash is checked here. */
function hasDeclaredBody({ headers, body }: ReceivedRequest): boolean {
  const declared = headers["x-amz-content-sha256"];
  return declared === undefined || declared === createHash("sha256").update(body).digest("hex");
}

function isSame(expected: string, received: string): boolean {
  return expected.length === received.length && timingSafeEqual(Buffer.from(expected), Buffer.from(received));
}

/** The parts of an `Authorization` header of Signature Version 4. */
export interface Authorization {
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
  const signedHeaders = (parts["signedHeaders"] ?? "").split(";");
  return { accessKeyId, date, region, service, signedHeaders, signature };
}

const WINDOW_MS = 5 * 60_000;

/** A moment as Signature Version 4 writes it: `20260102T030405Z`. */
function amzDate(epochMs: number): string {
  return new Date(epochMs).toISOString().replaceAll(/[-:]|\.\d{3}/g, "");
}

function parseAmzDate(text: string): number {
  return Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
}

/**
 * When a request was signed, in epoch milliseconds.
 * @param header the request's `x-amz-date`
 * @param scopeDate the day in the signature's scope
 * @throws AwsError when that is more than five minutes away from the server's clock
 */
function checkSigningTime(header: string | undefined, scopeDate: string, nowMs: number): number {
  const signedAtMs = parseAmzDate(header ?? "");
  if (header === undefined || Number.isNaN(signedAtMs)) {
    throw new AwsError(
      "IncompleteSignatureException",
      "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.",
    );
  }
  if (!header.startsWith(scopeDate)) {
    throw skewed("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP");
  }
  const server = amzDate(nowMs);
  if (signedAtMs < nowMs - WINDOW_MS) {
    const limit = amzDate(nowMs - WINDOW_MS);
    throw skewed(`Signature expired: ${header} is now earlier than ${limit} (${server} - 5 min.)`);
  }
  if (signedAtMs > nowMs + WINDOW_MS) {
    const limit = amzDate(nowMs + WINDOW_MS);
    throw skewed(`Signature not yet current: ${header} is still later than ${limit} (${server} + 5 min.)`);
  }
  return signedAtMs;
}

function skewed(message: string): AwsError {
  return new AwsError("InvalidSignatureException", message);
}
