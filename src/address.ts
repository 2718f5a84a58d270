/** What a person looks at beyond the deployment itself; kept in the query string, so that a link shows it. */
export interface ViewState {
  timeZone: "local" | "utc";
}

/**
 * Where the app is. Every address has one URL and the other way round. The parts of a deployment address are
 * what the URL says, checked by nobody yet: `addressFault` does that.
 */
export type Address =
  | { page: "home"; view: ViewState }
  | { page: "deployment"; region: string; deploymentId: string; view: ViewState }
  | { page: "unknown"; path: string; view: ViewState };

/** The parts of `URL` or `Location` that an address is made of. */
type UrlParts = Pick<URL, "pathname" | "search">;

/** The address that a URL stands for. Unknown parameters are ignored; nothing is thrown. */
export function parseAddress(url: UrlParts): Address {
  const view = parseView(new URLSearchParams(url.search));
  const parts = url.pathname.split("/").filter((part) => part !== "");
  if (parts.length === 0) return { page: "home", view };
  const [region, deploymentId] = parts.map(decode);
  if (parts.length === 2 && isName(region) && isName(deploymentId)) {
    return { page: "deployment", region, deploymentId, view };
  }
  // Two slashes at the start would make the rest a host.
  return { page: "unknown", path: `/${parts.join("/")}`, view };
}

/** The path and query of an address; the inverse of {@link parseAddress}. */
export function formatAddress(address: Address): string {
  const query = formatView(address.view);
  switch (address.page) {
    case "home":
      return `/${query}`;
    case "deployment":
      return `/${encodeURIComponent(address.region)}/${encodeURIComponent(address.deploymentId)}${query}`;
    case "unknown":
      return `${address.path}${query}`;
  }
}

function parseView(query: URLSearchParams): ViewState {
  return { timeZone: query.get("tz") === "utc" ? "utc" : "local" };
}

function formatView(view: ViewState): string {
  const query = new URLSearchParams();
  if (view.timeZone === "utc") query.set("tz", "utc");
  return query.size === 0 ? "" : `?${query}`;
}

/** `.` and `..` would step out of their place in a path. */
function isName(part: string | undefined): part is string {
  return part !== undefined && part !== "" && part !== "." && part !== "..";
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part).trim();
  } catch {
    return part;
  }
}
