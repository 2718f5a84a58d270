import type { GroupRef } from "../codedeploy/group/deployment-group.ts";
import type { GroupFilter, TargetsView, ViewState, WallTile } from "./address.ts";

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
 * What a wall shows.
 *
 * @param parts a Region and ids with commas between them, or the path of a group
 * @param also the same for further ones, each with a slash between its parts
 */
export function parseWall(parts: readonly string[], also: readonly string[]): WallTile[] {
  return [parts, ...also.map((tile) => tile.split("/"))].flatMap(tilesOf);
}

function tilesOf(parts: readonly string[]): WallTile[] {
  const group = parseGroup(parts);
  if (group) return [group];
  const [region = "", ids = ""] = parts;
  const deployments = ids.split(",").map((id) => ({ region: decode(region), deploymentId: decode(id) }));
  return deployments.filter((one) => parts.length < 3 && isName(one.region) && isName(one.deploymentId));
}

/** `us-east-1/d-A,d-B` for each run of deployments in one Region, and the path of each group. */
export function formatWall(tiles: readonly WallTile[]): string[] {
  const texts: string[] = [];
  let last: string | undefined;
  for (const tile of tiles) {
    if ("applicationName" in tile) {
      texts.push(formatNames(tile.region, tile.applicationName, tile.deploymentGroupName));
      last = undefined;
      continue;
    }
    const id = encode(tile.deploymentId);
    if (tile.region === last) texts.push(`${texts.pop()},${id}`);
    else texts.push(`${encode(tile.region)}/${id}`);
    last = tile.region;
  }
  return texts;
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

/** The group in `us-east-1/applications/checkout-api/prod`; `undefined` for another path. */
export function parseGroup(parts: readonly string[]): GroupRef | undefined {
  const [region, applicationName, deploymentGroupName, ...more] = parseNames(parts);
  if (region === undefined || applicationName === undefined || deploymentGroupName === undefined)
    return undefined;
  return more.length > 0 ? undefined : { region, applicationName, deploymentGroupName };
}

/** The path of an application or of one of its groups. Every character that a name can have survives. */
export function formatNames(region: string, ...names: readonly string[]): string {
  const parts = names.map((name) => (ONLY_DOTS.test(name) ? DOTS : "") + encode(name));
  return [encode(region), "applications", ...parts].join("/");
}

/** `.` and `..` would step out of their place in a path. */
export function isName(part: string | undefined): part is string {
  return part !== undefined && part !== "" && part !== "." && part !== "..";
}

/** Half a character, which AWS's answers may have in a name and no address can have. */
const HALF = /\p{Surrogate}/gu;

/** A name as a part of a path. What no address can have is replaced: such a name leads nowhere, and breaks no page. */
export function encode(name: string): string {
  return encodeURIComponent(name.replace(HALF, "\ufffd"));
}

/** A part of a path in plain text, without the blanks that come along with a copied id. */
export function decode(part: string): string {
  try {
    return decodeURIComponent(part).trim();
  } catch {
    return part;
  }
}
