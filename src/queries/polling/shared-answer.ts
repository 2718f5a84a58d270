import type { DeploymentAnswer } from "../../codedeploy/deployment/deployment.ts";
import { isRecord } from "../../values/is-record.ts";
import type { TargetsState } from "./targets-context.ts";

/**
 * Whether what another tab has sent has the shape of an answer. What is inside is as optional and as unreliable as an
 * answer of AWS itself, and is read with the same care.
 */
export function isAnswer(body: unknown): body is DeploymentAnswer {
  if (!isRecord(body) || !("raw" in body)) return false;
  const { deployment } = body;
  return isRecord(deployment) && isTextOrAbsent(deployment["status"]);
}

/** Whether what another tab has sent has the shape of what is known of targets. */
export function isTargetsState(body: unknown): body is TargetsState {
  if (!isRecord(body)) return false;
  const { list, settled, missing } = body;
  if (!isRecord(list) || !(settled instanceof Set) || !(missing instanceof Set)) return false;
  const { ids, entries } = list;
  return (
    Array.isArray(ids) &&
    ids.every((id) => typeof id === "string") &&
    entries instanceof Map &&
    [...entries.values()].every((entry) => isRecord(entry) && typeof entry["kind"] === "string")
  );
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === "string";
}
