import type { CallerIdentity } from "../../aws-names/caller-identity.ts";
import { isRecord } from "../../values/is-record.ts";

/**
 * The header of the token that the server of local mode wants with each request. No form and no image can send it, and no page of
 * another origin without a preflight, which gets no consent.
 */
export const TOKEN_HEADER = "x-deploywatch-token";

/** Where that server says whose AWS credentials its machine has. */
export const SESSION_PATH = "/aws/session";

/**
 * Asks the server whose credentials its machine has.
 *
 * @returns `undefined` where it does not take the token, or does not answer; it says why where it is asked for something
 */
export async function localIdentity(token: string): Promise<CallerIdentity | undefined> {
  try {
    const response = await fetch(SESSION_PATH, { method: "POST", headers: { [TOKEN_HEADER]: token } });
    const answer: unknown = await response.json();
    if (!response.ok || !isRecord(answer)) return undefined;
    const { account, role } = answer;
    return typeof account === "string" && typeof role === "string" ? { account, role } : undefined;
  } catch {
    return undefined;
  }
}
