import { AwsError } from "./aws-error.ts";

const windowMs = 5 * 60_000;

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
export function checkSigningTime(header: string | undefined, scopeDate: string, nowMs: number): number {
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
  if (signedAtMs < nowMs - windowMs) {
    const limit = amzDate(nowMs - windowMs);
    throw skewed(`Signature expired: ${header} is now earlier than ${limit} (${server} - 5 min.)`);
  }
  if (signedAtMs > nowMs + windowMs) {
    const limit = amzDate(nowMs + windowMs);
    throw skewed(`Signature not yet current: ${header} is still later than ${limit} (${server} + 5 min.)`);
  }
  return signedAtMs;
}

function skewed(message: string): AwsError {
  return new AwsError("InvalidSignatureException", message);
}
