import type { DeploymentAnswer } from "../domain/deployment.ts";
import type { TargetsState } from "./targets-context.ts";

/** An answer that another tab has sent, if it has the shape of one. */
export function answerFrom(body: unknown): DeploymentAnswer | undefined {
  if (!isObject(body) || !("deployment" in body) || !("raw" in body)) return undefined;
  const { deployment } = body;
  if (!isObject(deployment) || !isText(deployment["status"])) return undefined;
  // The rest is as optional and as unreliable as an answer of AWS itself, and is read with the same care.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return body as unknown as DeploymentAnswer;
}

/** What is known of targets, as another tab has sent it, if it has that shape. */
export function targetsStateFrom(body: unknown): TargetsState | undefined {
  if (!isObject(body)) return undefined;
  const { list, settled, missing } = body;
  if (!isObject(list) || !(settled instanceof Set) || !(missing instanceof Set)) return undefined;
  const { ids, entries } = list;
  if (!Array.isArray(ids) || !ids.every((id) => typeof id === "string") || !(entries instanceof Map)) {
    return undefined;
  }
  if (![...entries.values()].every((entry) => isObject(entry) && typeof entry["kind"] === "string")) {
    return undefined;
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shape has been checked, the targets as above
  return body as unknown as TargetsState;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): boolean {
  return value === undefined || typeof value === "string";
}
