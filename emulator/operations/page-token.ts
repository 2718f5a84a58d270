import { AwsError } from "../access/aws-error.ts";

/** A token for the page that begins at an offset of a deployment's list. */
export function writePageToken(offset: number, deploymentId: string): string {
  return Buffer.from(`${deploymentId} ${offset}`).toString("base64url");
}

/**
 * The offset that a token stands for; 0 for no token.
 * @throws AwsError for a token that belongs to nothing or to another deployment
 */
export function readPageToken(token: string | undefined, deploymentId: string): number {
  if (token === undefined) return 0;
  const [owner, offset] = Buffer.from(token, "base64url").toString("utf8").split(" ");
  if (owner === deploymentId && /^\d+$/.test(offset ?? "")) return Number(offset);
  throw new AwsError("InvalidNextTokenException", "The next token is not valid.");
}
