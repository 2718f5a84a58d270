import { AwsError } from "./aws-error.ts";

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

const shape =
  /^AWS4-HMAC-SHA256 Credential=(?<accessKeyId>\w+)\/(?<date>\d{8})\/(?<region>[a-z0-9-]+)\/(?<service>[a-z0-9-]+)\/aws4_request, ?SignedHeaders=(?<signedHeaders>[^,]+), ?Signature=(?<signature>\S+)$/;

/**
 * Takes an `Authorization` header apart.
 * @throws AwsError when there is none or it is not of Signature Version 4
 */
export function parseAuthorization(header: string | undefined): Authorization {
  if (!header) {
    throw new AwsError("MissingAuthenticationTokenException", "Request is missing Authentication Token");
  }
  const parts = shape.exec(header)?.groups;
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
