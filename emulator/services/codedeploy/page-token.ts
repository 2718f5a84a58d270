import { AwsError } from "../../access/aws-error.ts";

/** AWS does not tell its page size; this one makes a large fleet take several pages. */
const PAGE_SIZE = 100;

interface Page<Item> {
  readonly items: readonly Item[];
  /** What goes into the answer beside the items. */
  readonly next: { readonly nextToken?: string };
}

/**
 * One page of a list.
 * @param owner what the list belongs to: a token of another owner's is refused
 * @param token where the page begins; at the first item without one
 * @throws AwsError InvalidNextTokenException
 */
export function pageOf<Item>(all: readonly Item[], owner: string, token: string | undefined): Page<Item> {
  const first = token === undefined ? 0 : readToken(token, owner);
  if (first > all.length) throw invalidToken();
  const end = first + PAGE_SIZE;
  return {
    items: all.slice(first, end),
    next: end < all.length ? { nextToken: Buffer.from(`${end} ${owner}`).toString("base64url") } : {},
  };
}

function readToken(token: string, wantedOwner: string): number {
  const [, offset, owner] = /^(\d+) ([^]*)$/.exec(Buffer.from(token, "base64url").toString("utf8")) ?? [];
  if (offset === undefined || owner !== wantedOwner) throw invalidToken();
  return Number(offset);
}

function invalidToken(): AwsError {
  return new AwsError("InvalidNextTokenException", "The next token is not valid.");
}
