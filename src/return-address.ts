import { parseAddress } from "./address.ts";

/**
 * Where to go after a sign-in: what was remembered, if it is a page of this app; path, query and fragment.
 * `undefined` for anything else, so that nobody can be led elsewhere by what somebody planted.
 */
export function returnAddress(remembered: unknown, origin: string): string | undefined {
  if (typeof remembered !== "string" || !/^\/(?![/\\])/.test(remembered)) return undefined;
  const url = URL.canParse(remembered, origin) ? new URL(remembered, origin) : undefined;
  if (url?.origin !== origin) return undefined;
  const { page } = parseAddress(url);
  const isPage = page === "home" || page === "deployment" || page === "wall";
  return isPage ? url.pathname + url.search + url.hash : undefined;
}
