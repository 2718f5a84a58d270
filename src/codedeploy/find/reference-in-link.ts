import { isDeploymentId } from "../../aws-names/deployment-id.ts";
import type { ReferenceSighting } from "./reference-in-text.ts";
import { soleRegionIn } from "../../aws-names/region-in-text.ts";
import { isRegionName } from "../../aws-names/regions.ts";

const LINKS = /https?:\/\/[^\s<>"'`|]+/g;
const TRAILING = /[.,;:!?)\]}]{1,9}$/;

/** `/codesuite/codedeploy/deployments/{id}`, and `/codedeploy/home?…#/deployments/{id}` as it was until 2018. */
const CONSOLE = "/codedeploy/";
const DEPLOYMENT = /\/deployments\/([A-Za-z0-9][\w-]*)/;
const REGION_PARAMETER = /[?&#]region=([a-z0-9-]+)/;

/**
 * What the links in a text say: pages of the AWS console, of any partition and form, also inside a sign-in link;
 * and pages of Deploywatch itself, of this or another installation. `undefined` for a text without a link.
 */
export function referenceInLink(text: string): ReferenceSighting | undefined {
  const links = text.match(LINKS);
  if (!links) return undefined;
  const found = links
    .map((link) => referenceOf(decode(link.replace(TRAILING, ""))))
    .filter((one) => one !== undefined);
  const regions = new Set(found.map(({ region }) => region));
  const [region] = regions;
  return {
    deploymentIds: [...new Set(found.map(({ deploymentId }) => deploymentId))],
    region: regions.size === 1 ? region : undefined,
  };
}

function referenceOf(link: string): { deploymentId: string; region: string | undefined } | undefined {
  const start = link.indexOf(CONSOLE);
  const deploymentId = start === -1 ? undefined : DEPLOYMENT.exec(link.slice(start))?.[1];
  if (deploymentId === undefined) return ownReferenceOf(link);
  if (!isDeploymentId(deploymentId)) return undefined;
  const parameter = REGION_PARAMETER.exec(link)?.[1];
  const isNamed = parameter !== undefined && isRegionName(parameter);
  return { deploymentId, region: isNamed ? parameter : soleRegionIn(link) };
}

/** `/{region}/{id}`: an id that looks like one, since other sites have such paths too. */
function ownReferenceOf(link: string): { deploymentId: string; region: string } | undefined {
  const [region = "", deploymentId = ""] = (link.split(/[?#]/)[0] ?? "").split("/").filter(Boolean).slice(-2);
  if (!isRegionName(region) || !isDeploymentId(deploymentId) || !deploymentId.startsWith("d-"))
    return undefined;
  return { deploymentId, region };
}

/** Sign-in links carry the console's address encoded. */
function decode(link: string): string {
  try {
    return decodeURIComponent(link);
  } catch {
    return link;
  }
}
