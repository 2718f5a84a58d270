import { parseAddress } from "./pages.ts";

const BASE = import.meta.env.BASE_URL;

/**
 * Where to go after a sign-in: what was remembered, if it is a page of this app; path, query and fragment.
 * `undefined` for anything else, so that nobody can be led elsewhere by what somebody planted.
 */
export function returnAddress(remembered: unknown, origin: string, base = BASE): string | undefined {
  if (typeof remembered !== "string" || !/^\/(?![/\\])/.test(remembered)) return undefined;
  const url = URL.canParse(remembered, origin) ? new URL(remembered, origin) : undefined;
  // Under a sub-path the rest of the origin is somebody else's.
  if (url?.origin !== origin || !`${url.pathname}/`.startsWith(base)) return undefined;
  const { page } = parseAddress(url, base);
  const isPage = page === "home" || page === "deployment" || page === "wall";
  return isPage ? url.pathname + url.search + url.hash : undefined;
}
