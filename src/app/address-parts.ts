import type { DeploymentRef } from "../codedeploy/deployment/deployment.ts";
import type { GroupFilter, TargetsView, ViewState } from "./pages.ts";

/** The view that the parameters of a URL ask for. */
export function parseView(query: URLSearchParams): ViewState {
  return { timeZone: query.get("tz") === "utc" ? "utc" : "local" };
}

/** The view of the targets, each of whose members is a parameter; `undefined` for none. An event without its target names nothing. */
export function parseTargets(query: URLSearchParams): TargetsView | undefined {
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
 * The deployments of a wall.
 *
 * @param parts a Region and ids with commas between them
 * @param also the same for further ones, each with a slash between Region and ids
 */
export function parseWall(parts: readonly string[], also: readonly string[]): DeploymentRef[] {
  const groups = [parts, ...also.map((group) => group.split("/"))];
  const deployments = groups.flatMap(([region = "", ids = ""]) =>
    ids.split(",").map((id) => ({ region: decode(region), deploymentId: decode(id) })),
  );
  return deployments.filter(({ region, deploymentId }) => isName(region) && isName(deploymentId));
}

/** `us-east-1/d-A,d-B` for each run of deployments in one Region. */
export function formatWall(deployments: readonly DeploymentRef[]): string[] {
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

/** The filter of a group's deployments; `undefined` for none. */
export function parseGroupFilter(query: URLSearchParams): GroupFilter | undefined {
  const status = query.get("status");
  const since = query.get("since");
  return status || since ? { ...(status && { status }), ...(since && { since }) } : undefined;
}

/** In front of a name of dots alone: as a part of a path it would mean another place. No name has this character. */
const DOTS = "~";
const ONLY_DOTS = /^\.{1,2}$/;
const DOTS_IN_PATH = /^~(?=\.{1,2}$)/;

/** The Region and the names in `us-east-1/applications/checkout-api/prod`; nothing for another path. */
export function parseNames(parts: readonly string[]): string[] {
  const [region = "", fixed, ...names] = parts.map(decode);
  if (fixed !== "applications" || !isName(region) || !names.every(isName)) return [];
  return [region, ...names.map((name) => name.replace(DOTS_IN_PATH, ""))];
}

/** The path of an application or of one of its groups. Every character that a name can have survives. */
export function formatNames(region: string, ...names: readonly string[]): string {
  const parts = names.map((name) => (ONLY_DOTS.test(name) ? DOTS : "") + encodeURIComponent(name));
  return [encodeURIComponent(region), "applications", ...parts].join("/");
}

/** `.` and `..` would step out of their place in a path. */
export function isName(part: string | undefined): part is string {
  return part !== undefined && part !== "" && part !== "." && part !== "..";
}

/** A part of a path in plain text, without the blanks that come along with a copied id. */
export function decode(part: string): string {
  try {
    return decodeURIComponent(part).trim();
  } catch {
    return part;
  }
}
