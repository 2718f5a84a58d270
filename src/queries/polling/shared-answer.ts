import type { DeploymentAnswer } from "../../codedeploy/deployment/deployment.ts";
import type { TargetsState } from "./targets-context.ts";

/**
 * Whether what another tab has sent has the shape of an answer. What is inside is as optional and as unreliable as an
 * answer of AWS itself, and is read with the same care.
 */
export function isAnswer(body: unknown): body is DeploymentAnswer {
  if (!isObject(body) || !("raw" in body)) return false;
  const { deployment } = body;
  return isObject(deployment) && isTextOrAbsent(deployment["status"]);
}

/** Whether what another tab has sent has the shape of what is known of targets. */
export function isTargetsState(body: unknown): body is TargetsState {
  if (!isObject(body)) return false;
  const { list, settled, missing } = body;
  if (!isObject(list) || !(settled instanceof Set) || !(missing instanceof Set)) return false;
  const { ids, entries } = list;
  return (
    Array.isArray(ids) &&
    ids.every((id) => typeof id === "string") &&
    entries instanceof Map &&
    [...entries.values()].every((entry) => isObject(entry) && typeof entry["kind"] === "string")
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === "string";
}
