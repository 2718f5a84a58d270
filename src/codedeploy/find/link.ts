import { canBeRegion, regionsIn } from "../../aws-names/known-regions.ts";
import { asDeploymentId, idsIn, isDirectoryId } from "./id-in-text.ts";
import { plainText } from "./plain-text.ts";
import type { Sighting } from "./sighting.ts";

/** Addresses, also encoded ones, and those that a browser copies without `https://`. */
const LINKS =
  /(?:https?(?::\/\/|%(?:25)*3A%(?:25)*2F)|(?<![\w.@/-])(?:[\w-]{1,63}\.){1,10}[a-z]{2,24}(?::\d{1,5})?\/)[^\s<>"'`|\ufffc]*/gi;
/** The sentence around a link goes on with a sign of any script. */
const TRAILING = /[^\w/%=&#+~-]{1,9}$/;

/** `/codesuite/codedeploy/deployments/{id}`, and `/codedeploy/home?…#/deployments/{id}` as it was until 2018. */
const CONSOLE = "/codedeploy/";
const DEPLOYMENT = /\/deployments\/([dD]-[A-Za-z0-9-]{1,98})/g;
const REGION_PARAMETER = /[?&#;](?:aws[-_]?)?region=([a-z0-9-]{1,40})/gi;
/** Of these the Region in the host name is the page's own: `eu-west-1.console.aws.amazon.com`. */
const AWS_PAGES = /(?:^|\.)(?:console|signin)\./i;

/** A link in a text, from `start` to `end`. */
export interface LinkInText {
  start: number;
  end: number;
  sightings: readonly Sighting[];
}

/** Every link in `text`, with the deployments that it leads to. */
export function linksIn(text: string): LinkInText[] {
  return rawLinks(text).map(({ link, start }) => ({
    start,
    end: start + link.length,
    sightings: deploymentsOf(link, start),
  }));
}

/** The addresses in each link of `text`, in plain text: mostly one; more where a link leads to another through its parameters. */
export function addressesIn(text: string): string[] {
  return rawLinks(text).flatMap(({ link }) => addressesOf(plainText(decodeFully(link))));
}

function rawLinks(text: string): { link: string; start: number }[] {
  if (!text.includes("/") && !text.includes("%")) return [];
  return Array.from(text.matchAll(LINKS), ({ 0: raw, index }) => ({
    link: raw.replace(TRAILING, ""),
    start: index,
  }));
}

function addressesOf(decoded: string): string[] {
  return decoded.split(/(?=https?:\/\/)/i);
}

/**
 * Pages of the AWS console, of any partition and form, and pages of Deploywatch, of this or another installation;
 * also inside sign-in links and links that a mail filter has rewritten.
 */
function deploymentsOf(link: string, at: number): Sighting[] {
  const decoded = plainText(decodeFully(link));
  const regions = new Set(regionsIn(decoded.replace(/[.]/g, " ")).map(({ region }) => region));
  const [soleRegion] = regions;
  const fallback = regions.size === 1 ? soleRegion : undefined;
  return addressesOf(decoded)
    .flatMap(deploymentsOfAddress)
    .map(({ deploymentId, region, isAside }) => ({
      deploymentId,
      at,
      region: region ?? (isAside ? undefined : fallback),
      isRegionSure: true,
      isAside,
    }));
}

/** An id in an address is meant where the address has the form of a page that shows it. */
interface FoundInAddress {
  deploymentId: string;
  region: string | undefined;
  isAside: boolean;
}

/** What one address leads to: as a console page, as Deploywatch's own, or by an id that stands in it anywhere. */
function deploymentsOfAddress(address: string): FoundInAddress[] {
  const region = regionOfPage(address);
  const pages = Array.from(consolePath(address).matchAll(DEPLOYMENT));
  const onConsole = pages.flatMap(([, word = ""]) => asDeploymentId(word) ?? []);
  if (onConsole.length > 0)
    return onConsole.map((deploymentId) => ({ deploymentId, region, isAside: false }));

  const own = ownDeployments(address);
  if (own.length > 0) return own;
  const host = hostOf(address);
  const rest = address.slice(address.indexOf(host) + host.length);
  return idsIn(rest).map(({ deploymentId }) => ({ deploymentId, region, isAside: true }));
}

function hostOf(address: string): string {
  return /^(?:https?:\/\/)?([^/?#]*)/i.exec(address)?.[1] ?? "";
}

/** The Region that the address of a console page names, by a parameter or by its host; `undefined` where it names none. */
export function regionOfPage(address: string): string | undefined {
  const host = hostOf(address);
  const parameters = Array.from(address.matchAll(REGION_PARAMETER), ([, name = ""]) => name.toLowerCase());
  const hostRegion = AWS_PAGES.test(host) ? host.split(".").find(canBeRegion) : undefined;
  return parameters.find(canBeRegion) ?? hostRegion;
}

/** What an address has of CodeDeploy's console; empty where it is another page. */
export function consolePath(address: string): string {
  const start = address.indexOf(CONSOLE);
  return start === -1 ? "" : address.slice(start);
}

/** `/{region}/{id},{id}`, as a path and as the wall's `also=`: ids that look like one, since others have such paths too. */
function ownDeployments(address: string): FoundInAddress[] {
  const parts = address.split(/[/?#&=]/);
  return parts.flatMap((region, place) => {
    if (!canBeRegion(region)) return [];
    const ids = (parts[place + 1] ?? "").split(",").map(asDeploymentId);
    return ids.flatMap((deploymentId) =>
      deploymentId === undefined || isDirectoryId(deploymentId)
        ? []
        : { deploymentId, region, isAside: false },
    );
  });
}

/** How often an address in an address in an address is decoded at most. */
const MAX_DECODINGS = 10;
const ENCODED = /(?:%[0-9a-f]{2}){1,256}/gi;

/** `link` decoded until it no longer changes. What is no valid encoding stays as it is. */
function decodeFully(link: string): string {
  let decoded = unwrapped(link);
  for (let round = 0; round < MAX_DECODINGS; round += 1) {
    const next = decoded.replace(ENCODED, decode);
    if (next === decoded) break;
    decoded = next;
  }
  return decoded;
}

function decode(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}

/** Proofpoint writes `-3A` for `%3A` and `_` for a slash in version 2, and ends the address with `__;` in version 3. */
function unwrapped(link: string): string {
  if (/urldefense\.(?:proofpoint\.)?com\/v2\//i.test(link)) {
    return link.replaceAll("_", "/").replace(/-([0-9A-F]{2})/g, "%$1");
  }
  return /urldefense\.(?:proofpoint\.)?com\/v3\//i.test(link) ? link.replace(/__;.*$/s, "") : link;
}
