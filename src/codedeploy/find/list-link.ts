import { canBeRegion } from "../../aws-names/known-regions.ts";
import { addressesIn, consolePath, regionOfPage } from "./link.ts";

/** A page that lists deployments, or the groups that have them: an application's or a deployment group's. */
export interface FoundList {
  /** Absent where the link does not say. */
  region?: string;
  applicationName: string;
  /** Absent where the link leads to the application. */
  deploymentGroupName?: string;
}

/** @see https://docs.aws.amazon.com/codedeploy/latest/userguide/limits.html */
const NAME = "[A-Za-z0-9._+=,@-]{1,100}";

/**
 * `/codesuite/codedeploy/applications/{application}/deployment-groups/{group}`, and `/codedeploy/home?…#/applications/{application}`
 * as it was until 2018. The form for a new group has `new` in the group's place.
 */
const OF_CONSOLE = new RegExp(
  String.raw`/applications/(${NAME})(?![^/?#&])(?:/deployment-groups/(?!new(?![^/?#&]))(${NAME})(?![^/?#&]))?`,
);
/** `/{region}/applications/{application}/{group}`. */
const OWN = new RegExp(
  String.raw`(?<=[/=])([a-z0-9-]{1,40})/applications/(${NAME})(?![^/?#&])(?:/(${NAME})(?![^/?#&]))?`,
  "g",
);

/**
 * The pages of applications and deployment groups that the links of a text lead to, at the AWS console and at Deploywatch, each
 * once, in the text's order. The time it takes grows with the length of the text, no faster.
 */
export function listsIn(text: string): FoundList[] {
  if (!/applications/i.test(text)) return [];
  const lists = addressesIn(text).flatMap(listsOf);
  return [...new Map(lists.map((list) => [JSON.stringify(list), list])).values()];
}

/** What one address leads to; several where it is Deploywatch's wall of groups. */
function listsOf(address: string): FoundList[] {
  const page = consolePath(address);
  const onConsole = OF_CONSOLE.exec(page);
  if (onConsole) return named(regionOfPage(address), onConsole.slice(1));
  return Array.from(address.matchAll(OWN), ([, region = "", ...names]) =>
    canBeRegion(region) ? named(region, names) : [],
  ).flat();
}

function named(region: string | undefined, names: readonly (string | undefined)[] = []): FoundList[] {
  const [applicationName, deploymentGroupName] = names;
  // They would step out of their place in a path.
  if (applicationName === undefined || [applicationName, deploymentGroupName].some(isDots)) return [];
  return [
    {
      ...(region !== undefined && { region }),
      applicationName,
      ...(deploymentGroupName !== undefined && { deploymentGroupName }),
    },
  ];
}

function isDots(name: string | undefined): boolean {
  return name === "." || name === "..";
}
