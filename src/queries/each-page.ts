/** A part of a list of AWS's; with a token where the list goes on. */
interface Page {
  readonly nextToken?: string | undefined;
}

/**
 * A list of AWS's, page after page: each has the token of the next, which is asked for only once somebody wants it.
 *
 * @param most how many pages at most, so that a list that never ends does not become a loop
 * @param from the token to begin with
 * @throws what `read` throws
 */
export async function* eachPage<Read extends Page>(
  read: (nextToken: string | undefined) => Promise<Read>,
  most: number,
  from?: string,
): AsyncGenerator<Read, void> {
  const page = await read(from);
  yield page;
  if (page.nextToken !== undefined && most > 1) yield* eachPage(read, most - 1, page.nextToken);
}
