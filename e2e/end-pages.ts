import type { BrowserContext } from "@playwright/test";

/** Closes a test's pages, which ask on: called before what they ask is stopped, so that no request of theirs is refused. */
export async function endPages(context: BrowserContext): Promise<void> {
  await Promise.all(context.pages().map((page) => page.close()));
}
