import type { CommandInText } from "./command.ts";
import { commandsIn } from "./command.ts";
import { asDeploymentId, isDirectoryId } from "./id-in-text.ts";
import { jsonIn } from "./json.ts";
import { linksIn } from "./link.ts";
import type { FoundList } from "./list-link.ts";
import { listsIn } from "./list-link.ts";
import { plainText } from "./plain-text.ts";
import { readProse } from "./prose.ts";
import type { Sighting } from "./sighting.ts";
import { masked, withoutAsides } from "./sighting.ts";

/** Why a text leads to no deployment. */
export type FindFault = "empty" | "too-long" | "json" | "command" | "link" | "text";

/** A deployment that a text names. */
export interface FoundDeployment {
  deploymentId: string;
  /** Absent when the text does not say. */
  region?: string;
  /** Whether the text says so of this deployment, rather than naming the Region somewhere. */
  isRegionSure: boolean;
  /** The deployment that AWS says this one rolled back. */
  rollbackOf?: string;
}

/**
 * What a text leads to: one deployment at least, in the text's order and each once; where it names none, the applications and
 * groups that its links lead to, one at least; or why there is nothing.
 */
export type FindResult =
  | { kind: "found"; deployments: readonly FoundDeployment[] }
  | { kind: "lists"; lists: readonly FoundList[] }
  | { kind: "nothing"; fault: FindFault };

/** In characters; the largest notification that AWS sends has 256 kB. */
const MAX_LENGTH = 1_000_000;

const AROUND = /^["'`<([{*_\s]{1,9}|["'`>)\]}*_.,;:!?\s]{1,9}$/g;

/**
 * Reads what people have at hand when they look for a deployment: an id, addresses of the AWS console or of
 * Deploywatch, commands of the AWS CLI, notifications and other JSON, or any text that has ids in it. Each id gets the
 * Region that stands with it. Links to an application or a group count where there is no id. The time it takes grows with the length of the text, no faster.
 */
export function findDeployments(pasted: string): FindResult {
  if (pasted.length > MAX_LENGTH) return { kind: "nothing", fault: "too-long" };
  const text = plainText(pasted).trim();
  if (text === "") return { kind: "nothing", fault: "empty" };
  const lone = asDeploymentId(text.replace(AROUND, ""));
  if (lone !== undefined && !isDirectoryId(lone)) {
    return { kind: "found", deployments: [{ deploymentId: lone, isRegionSure: false }] };
  }
  const { sightings, fault } = readText(text);
  const deployments = deploymentsOf(withoutAsides(sightings));
  const lists = listsIn(text);
  if (deployments.length > 0) return { kind: "found", deployments: withRegionOf(lists, deployments) };
  return lists.length > 0 ? { kind: "lists", lists } : { kind: "nothing", fault };
}

/** Links to an application or a group that all name one Region say where the deployments beside them may be. */
function withRegionOf(
  lists: readonly FoundList[],
  deployments: readonly FoundDeployment[],
): FoundDeployment[] {
  const [region, second] = new Set(lists.flatMap((list) => list.region ?? []));
  return deployments.map((one) => {
    if (one.region !== undefined || region === undefined || second !== undefined) return one;
    return { ...one, region };
  });
}

interface Reading {
  sightings: readonly Sighting[];
  /** The Regions that it names between words. */
  regions: readonly string[];
  fault: FindFault;
}

/** Takes JSON out of the text, then links, then commands; what is left is prose. */
function readText(text: string): Reading {
  const pieces = jsonIn(text, readString);
  const withoutJson = masked(text, pieces);
  const links = linksIn(withoutJson);
  const withoutLinks = masked(withoutJson, links);
  const commands = commandsIn(withoutLinks, text);
  const prose = readProse(masked(withoutLinks, commands));

  const json = answersOf(
    pieces.flatMap(({ sightings }) => sightings),
    commands,
  );
  const structured = [...json, ...[...links, ...commands].flatMap(({ sightings }) => sightings)];
  const [proseRegion, secondRegion] = prose.regions;
  const [ownRegion, secondOwn] = new Set(structured.flatMap(({ region }) => region ?? []));
  const soleInProse = secondRegion === undefined ? proseRegion : undefined;
  const soleInOthers = secondOwn === undefined && proseRegion === undefined ? ownRegion : undefined;
  return {
    sightings: [
      ...structured.map((one) => withDefault(one, soleInProse, prose.isLabelled)),
      ...prose.sightings.map((one) => withDefault(one, soleInOthers, false)),
    ].toSorted((one, other) => one.at - other.at),
    regions: prose.regions,
    fault: /^(?:\{|\[\s*["'{[\]])/.test(text)
      ? "json"
      : commands.length > 0
        ? "command"
        : links.length > 0
          ? "link"
          : "text",
  };
}

/** A text within JSON: the ids among its words are a message's, and count only where no member has one. */
function readString(text: string): Reading {
  const links = linksIn(text);
  const withoutLinks = masked(text, links);
  const commands = commandsIn(withoutLinks, text);
  const { sightings, regions } = readProse(masked(withoutLinks, commands));
  const structured = [...links, ...commands].flatMap((part) => part.sightings);
  return {
    sightings: [...structured, ...sightings.map(asAside)],
    regions,
    fault: "json",
  };
}

function asAside(sighting: Sighting): Sighting {
  return { ...sighting, isAside: true };
}

/** JSON that names no Region is the answer to the command before it, or stands in it. */
function answersOf(json: readonly Sighting[], commands: readonly CommandInText[]): Sighting[] {
  let next = 0;
  return json.map((sighting) => {
    while ((commands[next]?.start ?? Infinity) <= sighting.at) next += 1;
    return withDefault(sighting, commands[next - 1]?.region, true);
  });
}

function withDefault(sighting: Sighting, region: string | undefined, isRegionSure: boolean): Sighting {
  if (sighting.region !== undefined || region === undefined) return sighting;
  return { ...sighting, region, isRegionSure };
}

/** Each id once, with the Region that is said most clearly; twice only where the text says two of them as clearly. */
function deploymentsOf(sightings: readonly Sighting[]): FoundDeployment[] {
  const clearness = new Map<string, number>();
  const rollbacks = new Map<string, string>();
  for (const sighting of sightings) {
    const { deploymentId, rollbackOf } = sighting;
    clearness.set(deploymentId, Math.max(clearness.get(deploymentId) ?? 0, clearnessOf(sighting)));
    if (rollbackOf !== undefined && rollbackOf !== deploymentId) rollbacks.set(deploymentId, rollbackOf);
  }
  const found = new Map<string, FoundDeployment>();
  for (const sighting of sightings) {
    const { deploymentId, region, isRegionSure = false } = sighting;
    if (clearnessOf(sighting) < (clearness.get(deploymentId) ?? 0)) continue;
    const rollbackOf = rollbacks.get(deploymentId);
    const key = isRegionSure ? `${region}/${deploymentId}` : deploymentId;
    if (found.has(key)) continue;
    found.set(key, {
      deploymentId,
      isRegionSure,
      ...(region !== undefined && { region }),
      ...(rollbackOf !== undefined && { rollbackOf }),
    });
  }
  return [...found.values()];
}

function clearnessOf({ region, isRegionSure }: Sighting): number {
  return region === undefined ? 0 : isRegionSure === true ? 2 : 1;
}

/** What is missing in the text, and what to paste instead. */
export const FIND_FAULT_WORDS: Readonly<Record<FindFault, string>> = {
  empty: "Paste a deployment id first. It looks like d-74D35AS7C.",
  "too-long": "This text is too long to read. Paste only the part with the deployment id.",
  json: "This JSON has no deploymentId. Paste the whole notification, or only the id.",
  command:
    "This command has no deployment id. Paste one with --deployment-id and the id itself, not a variable.",
  link: "This link leads to no deployment, application or deployment group. Open one in the AWS console and copy that page’s address.",
  text: "There is no deployment id in this text. An id looks like d-74D35AS7C.",
};
