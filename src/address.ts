/** What a person looks at beyond the deployment itself; kept in the query string, so that a link shows it. */
export interface ViewState {
  timeZone: "local" | "utc";
}

/**
 * Where the app is. Every address has one URL and the other way round. The parts of a deployment address are
 * what the URL says, checked by nobody yet: see {@link isRegionName} and {@link isDeploymentId}.
 */
export type Address =
  | { page: "home"; view: ViewState }
  | { page: "deployment"; region: string; deploymentId: string; view: ViewState }
  | { page: "unknown"; path: string; view: ViewState };

/** The parts of `URL` or `Location` that an address is made of. */
type UrlParts = Pick<URL, "pathname" | "search">;

const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d{1,2}$/;
/** Bounded, not forced into `d-` and nine characters: AWS states no pattern, and AWS has the last word. */
const DEPLOYMENT_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/;

/** Whether `text` has the form of an AWS Region name, for example `eu-west-1`. */
export function isRegionName(text: string): boolean {
  return REGION.test(text);
}

/** Whether `text` can stand as a deployment id in an address: 1 to 100 letters, digits, `-` or `_`. */
export function isDeploymentId(text: string): boolean {
  return DEPLOYMENT_ID.test(text);
}

/** The address that a URL stands for. Unknown parameters are ignored; nothing is thrown. */
export function parseAddress(url: UrlParts): Address {
  const view = parseView(new URLSearchParams(url.search));
  const parts = url.pathname.split("/").filter((part) => part !== "");
  if (parts.length === 0) return { page: "home", view };
  const [region, deploymentId] = parts.map(decode);
  if (parts.length === 2 && region !== undefined && deploymentId !== undefined) {
    return { page: "deployment", region, deploymentId, view };
  }
  return { page: "unknown", path: url.pathname, view };
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

function decode(part: string): string {
  try {
    return decodeURIComponent(part).trim();
  } catch {
    return part;
  }
}
