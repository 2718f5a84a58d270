/** Whom AWS takes the page for. */
export interface CallerIdentity {
  /** The account's id, twelve digits. */
  account: string;
  /** The name of the role that was taken on; the whole ARN where it is no role. */
  role: string;
}

/**
 * Reads STS's answer.
 *
 * @param arn `arn:aws:sts::123456789012:assumed-role/DeploywatchReader/CognitoIdentityCredentials`
 */
export function callerIdentity(account: string, arn: string): CallerIdentity {
  return { account, role: /:assumed-role\/([^/]+)\//.exec(arn)?.[1] ?? arn };
}
