import { isDeploymentId } from "../../aws-names/deployment-id.ts";
import type { ReferenceSighting } from "./reference-in-text.ts";
import { soleRegionIn } from "../../aws-names/region-in-text.ts";
import { isRegionName } from "../../aws-names/regions.ts";

/** As EventBridge, SNS, the CLI, Lambda hooks (`DeploymentId`) and GitHub's deploy action (`deployment-id`) spell it. */
const ID_KEY = /^deployment[-_]?id$/i;
/** CloudTrail says `awsRegion`. */
const REGION_KEY = /^(?:aws)?region$/i;

/**
 * What a JSON text says: a notification of SNS (also inside an envelope of SNS or SQS, where it is text), an event
 * of EventBridge or CloudTrail, the output of the AWS CLI. `undefined` for a text that is no JSON object or list.
 */
export function referenceInJson(text: string): ReferenceSighting | undefined {
  const root = parseContainer(text);
  if (root === undefined) return undefined;
  const ids = new Set<string>();
  const regions = new Set<string>();
  // A queue, not recursion: a hostile text may be nested deeper than the stack.
  const queue: unknown[] = [root];
  for (let next = 0; next < queue.length; next += 1) {
    for (const [key, value] of Object.entries(Object(queue[next]))) {
      const content = typeof value === "string" ? parseContainer(value) : value;
      if (typeof content === "object") queue.push(content);
      else if (typeof value !== "string") continue;
      else if (ID_KEY.test(key) && isDeploymentId(value)) ids.add(value);
      else if (REGION_KEY.test(key) && isRegionName(value)) regions.add(value);
    }
  }
  const [region] = regions;
  return { deploymentIds: [...ids], region: regions.size === 1 ? region : soleRegionIn(text) };
}

function parseContainer(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
