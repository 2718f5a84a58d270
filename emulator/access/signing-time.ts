import { AwsError } from "./aws-error.ts";

/** A moment as Signature Version 4 writes it: `20260102T030405Z`. */
export function amzDate(epochMs: number): string {
  return new Date(epochMs).toISOString().replaceAll(/[-:]|\.\d{3}/g, "");
}

/**
 * When a request was signed, in epoch milliseconds: its `X-Amz-Date`, or its `Date` when it has no other.
 * @param headers those of the request, with names in lower case
 * @param scopeDate the day in the signature's scope
 * @param nowMs the server's clock, in epoch milliseconds
 * @param patienceMinutes how far the two may be apart
 * @throws AwsError when that is further away from the server's clock
 */
export function checkSigningTime(
  headers: Readonly<Record<string, string>>,
  scopeDate: string,
  nowMs: number,
  patienceMinutes: number,
): number {
  const windowMs = patienceMinutes * 60_000;
  const header = headers["x-amz-date"] ?? headers["date"];
  if (header === undefined) {
    throw new AwsError(
      "IncompleteSignatureException",
      "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.",
    );
  }
  const signedAtMs = parseBasicFormat(header) ?? parseHttpDate(header);
  if (signedAtMs === undefined) {
    throw new AwsError(
      "IncompleteSignatureException",
      `Date must be in ISO-8601 'basic format'. Got '${header}'. See http://en.wikipedia.org/wiki/ISO_8601`,
    );
  }
  const signed = amzDate(signedAtMs);
  if (!signed.startsWith(scopeDate)) {
    throw skewed("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP");
  }
  const server = amzDate(nowMs);
  if (signedAtMs < nowMs - windowMs) {
    const limit = amzDate(nowMs - windowMs);
    throw skewed(
      `Signature expired: ${signed} is now earlier than ${limit} (${server} - ${patienceMinutes} min.)`,
    );
  }
  if (signedAtMs > nowMs + windowMs) {
    const limit = amzDate(nowMs + windowMs);
    throw skewed(
      `Signature not yet current: ${signed} is still later than ${limit} (${server} + ${patienceMinutes} min.)`,
    );
  }
  return signedAtMs;
}

/** `20260102T030405Z` in epoch milliseconds; undefined for anything else. */
function parseBasicFormat(text: string): number | undefined {
  const extended = text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z");
  return extended === text ? undefined : validTime(extended);
}

/** `Fri, 02 Jan 2026 03:04:05 GMT`, as a `Date` header has it, in epoch milliseconds; undefined for anything else. */
function parseHttpDate(text: string): number | undefined {
  return /^\w{3}, \d\d? \w{3} \d{4} \d\d:\d\d:\d\d (?:GMT|[+-]0000)$/.test(text)
    ? validTime(text)
    : undefined;
}

function validTime(text: string): number | undefined {
  const epochMs = Date.parse(text);
  return Number.isNaN(epochMs) ? undefined : epochMs;
}

function skewed(message: string): AwsError {
  return new AwsError("InvalidSignatureException", message);
}
