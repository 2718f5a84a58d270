import { type Page, redirectOf } from "./ask-and-follow.ts";

/** Managed login's words where an app client has no style. */
const NO_STYLE = /login pages unavailable/i;

/** What an issuer's page says is wrong; `undefined` where nothing is. Issuers redirect to a page of errors, too. */
export function refusalIn(page: Page): string | undefined {
  for (const { searchParams, pathname } of [new URL(page.url), redirectOf(page)].filter(
    (url) => url !== undefined,
  )) {
    const error = searchParams.get("error_description") ?? searchParams.get("error");
    if (error !== null) return error;
    if (/\/error\/?$/.test(pathname)) return pathname;
  }
  if (page.status >= 400) return `HTTP ${page.status}`;
  return NO_STYLE.exec(page.text)?.[0];
}
