import type { DeploymentRef } from "../codedeploy/deployment/deployment.ts";

/** What a person looks at beyond the deployment itself; kept in the query string, so that a link shows it. */
export interface ViewState {
  timeZone: "local" | "utc";
}

/** What of a deployment's targets a person looks at. A member that is absent narrows or opens nothing. */
export interface TargetsView {
  /** The id of the target that is open. */
  target?: string;
  /** The lifecycle event of that target that is open, by name. */
  event?: string;
  /** Only targets with this status. */
  status?: string;
  /** Only targets with this label, Blue or Green. */
  label?: string;
  /** `times`: the events on a time axis rather than as steps. */
  layout?: "times";
}

/**
 * Where the app is. Every address has one URL and the other way round. The parts of a deployment address are
 * what the URL says, checked by nobody yet: `addressFault` does that.
 */
export type Address =
  | { page: "home"; view: ViewState }
  | {
      page: "deployment";
      region: string;
      deploymentId: string;
      view: ViewState;
      /** Absent where it would be empty. */
      targets?: TargetsView;
    }
  /** Several deployments, or one, to be seen from across the room; one at least. */
  | { page: "wall"; deployments: readonly DeploymentRef[]; view: ViewState }
  /** Where sign-in pages lead back to. Its query is the issuer's answer, which is no part of the address. */
  | { page: "signed-in"; view: ViewState }
  | { page: "unknown"; path: string; view: ViewState };

/** Where the app lies on its host: `/`, or the sub-path that it was built for, with a slash at either end. */
const BASE = import.meta.env.BASE_URL;

const SIGNED_IN = "signed-in";

/** The parts of `URL` or `Location` that an address is made of. */
type UrlParts = Pick<URL, "pathname" | "search">;

/** The address that a URL stands for. Unknown parameters are ignored; nothing is thrown. */
export function parseAddress(url: UrlParts, base = BASE): Address {
  const query = new URLSearchParams(url.search);
  const view = parseView(query);
  const path = `${url.pathname}/`.startsWith(base) ? url.pathname.slice(base.length) : url.pathname;
  const parts = path.split("/").filter((part) => part !== "");
  if (parts.length === 0) return { page: "home", view };
  if (parts.length === 1 && parts[0] === SIGNED_IN) return { page: "signed-in", view };
  const wall = parts.length === 2 ? parseWall(parts, query) : undefined;
  if (wall) return { page: "wall", deployments: wall, view };
  const [region, deploymentId] = parts.map(decode);
  if (parts.length === 2 && isName(region) && isName(deploymentId)) {
    const targets = parseTargets(query);
    return { page: "deployment", region, deploymentId, view, ...(targets && { targets }) };
  }
  // Two slashes at the start would make the rest a host.
  return { page: "unknown", path: `/${parts.join("/")}`, view };
}

/** The path and query of an address; the inverse of {@link parseAddress}. */
export function formatAddress(address: Address, base = BASE): string {
  const query = formatView(address.view);
  switch (address.page) {
    case "home":
      return `${base}${asSearch(query)}`;
    case "deployment":
      for (const [name, value] of Object.entries(address.targets ?? {})) query.set(name, value);
      return `${base}${encodeURIComponent(address.region)}/${encodeURIComponent(address.deploymentId)}${asSearch(query)}`;
    case "wall": {
      const [first = "", ...others] = formatWall(address.deployments);
      for (const group of others) query.append("also", group);
      query.set("view", "wall");
      return `${base}${first}${asSearch(query)}`;
    }
    case "signed-in":
      return `${base}${SIGNED_IN}${asSearch(query)}`;
    case "unknown":
      return `${base}${address.path.slice(1)}${asSearch(query)}`;
  }
}

function parseView(query: URLSearchParams): ViewState {
  return { timeZone: query.get("tz") === "utc" ? "utc" : "local" };
}

function formatView(view: ViewState): URLSearchParams {
  const query = new URLSearchParams();
  if (view.timeZone === "utc") query.set("tz", "utc");
  return query;
}

/** An event without its target names nothing. */
function parseTargets(query: URLSearchParams): TargetsView | undefined {
  const target = query.get("target");
  const event = query.get("event");
  const status = query.get("status");
  const label = query.get("label");
  const targets: TargetsView = {
    ...(target && { target }),
    ...(target && event !== null && { event }),
    ...(status && { status }),
    ...(label && { label }),
    ...(query.get("layout") === "times" && { layout: "times" }),
  };
  return Object.keys(targets).length === 0 ? undefined : targets;
}

/**
 * `/us-east-1/d-A,d-B?also=eu-west-1/d-C&view=wall`: a list of ids is a wall without being told so; one id is
 * one only with `view=wall`.
 */
function parseWall(parts: readonly string[], query: URLSearchParams): DeploymentRef[] | undefined {
  if (query.get("view") !== "wall" && !parts[1]?.includes(",")) return undefined;
  const groups = [parts, ...query.getAll("also").map((group) => group.split("/"))];
  const deployments = groups.flatMap(([region = "", ids = ""]) =>
    ids.split(",").map((id) => ({ region: decode(region), deploymentId: decode(id) })),
  );
  const named = deployments.filter(({ region, deploymentId }) => isName(region) && isName(deploymentId));
  return named.length === 0 ? undefined : named;
}

/** `us-east-1/d-A,d-B` for each run of deployments in one Region. */
function formatWall(deployments: readonly DeploymentRef[]): string[] {
  const groups: string[] = [];
  let last: string | undefined;
  for (const { region, deploymentId } of deployments) {
    const id = encodeURIComponent(deploymentId);
    if (region === last) groups.push(`${groups.pop()},${id}`);
    else groups.push(`${encodeURIComponent(region)}/${id}`);
    last = region;
  }
  return groups;
}

function asSearch(query: URLSearchParams): string {
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
