import { AwsError } from "../../access/aws-error.ts";
import { verifySignature } from "../../access/signature.ts";
import type { Session } from "../../access/credential-store.ts";
import { callerArn } from "../../access/credential-store.ts";
import { ACCOUNT_ID } from "../../account-id.ts";
import { queryService, xmlElement } from "../query-protocol.ts";
import type { ServiceCall } from "../service.ts";
import { assumeRole, assumeRoleWithWebIdentity } from "./assume-role.ts";

/** The Security Token Service with its operations. */
export const sts = queryService({
  name: "sts",
  title: "STS",
  version: "2011-06-15",
  operations: {
    AssumeRole: (call, parameters) => assumeRole(call, signer(call), parameters),
    AssumeRoleWithWebIdentity: assumeRoleWithWebIdentity,
    GetCallerIdentity: getCallerIdentity,
  },
  allNames: new Set([
    "AssumeRole",
    "AssumeRoleWithSAML",
    "AssumeRoleWithWebIdentity",
    "AssumeRoot",
    "DecodeAuthorizationMessage",
    "GetAccessKeyInfo",
    "GetCallerIdentity",
    "GetDelegatedAccessToken",
    "GetFederationToken",
    "GetSessionToken",
    "GetWebIdentityToken",
  ]),
});

/** STS takes a signature three times as long as other services. */
const PATIENCE_MINUTES = 15;

/** Who has signed a request. @throws AwsError in STS's words */
function signer({ state, request, clockOffsetMs }: ServiceCall): Session {
  const { credentials } = inWordsOfSts(() =>
    verifySignature(request, "sts", state.credentials, state.now(), clockOffsetMs, PATIENCE_MINUTES),
  );
  return credentials.session;
}

/**
 * Answers STS's GetCallerIdentity, which needs a signature and no permission.
 * @returns the XML inside of the result element
 * @throws AwsError in STS's words
 */
function getCallerIdentity(call: ServiceCall): string {
  const session = signer(call);
  return [
    xmlElement("Arn", callerArn(session)),
    xmlElement(
      "UserId",
      session.userName === undefined
        ? `AROAEMULATOREXAMPLE00:${session.sessionName}`
        : "AIDAEMULATOREXAMPLE00",
    ),
    xmlElement("Account", ACCOUNT_ID),
  ].join("");
}

/** What STS calls the refusals that services of the JSON protocol have. */
const CODES: ReadonlyMap<string, { readonly code: string; readonly status: number }> = new Map([
  ["MissingAuthenticationTokenException", { code: "MissingAuthenticationToken", status: 403 }],
  ["IncompleteSignatureException", { code: "IncompleteSignature", status: 400 }],
  ["UnrecognizedClientException", { code: "InvalidClientTokenId", status: 403 }],
  ["InvalidSignatureException", { code: "SignatureDoesNotMatch", status: 403 }],
  ["ExpiredTokenException", { code: "ExpiredToken", status: 403 }],
]);

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html */
function inWordsOfSts<Result>(check: () => Result): Result {
  try {
    return check();
  } catch (error) {
    const known = error instanceof AwsError && CODES.get(error.type);
    throw known ? new AwsError(known.code, error.message, known.status) : error;
  }
}
