import type { DeploymentTarget } from "@aws-sdk/client-codedeploy";
import type { Plain } from "../deployment/deployment.ts";
import { present } from "../../values/lists.ts";
import type { Target } from "./target.ts";
import { toTarget, wireTargetId } from "./target.ts";

/**
 * The targets of an answer under the ids that were asked for, in the order of asking. AWS may name a target
 * differently than it was asked for (an ECS cluster by another name), and of a type that nobody knows the id is
 * lost: such targets take the ids that are left, in order, but only when there are as many of both. Ids that the
 * answer says nothing about are left out.
 */
export function matchTargets(
  askedIds: readonly string[],
  answer: readonly (Plain<DeploymentTarget> | null)[],
): Target[] {
  const asked = new Set(askedIds);
  const byId = new Map<string, Plain<DeploymentTarget>>();
  const strangers: Plain<DeploymentTarget>[] = [];
  for (const wire of present(answer)) {
    const id = wireTargetId(wire);
    if (id !== undefined && asked.has(id)) byId.set(id, wire);
    else strangers.push(wire);
  }
  const unanswered = askedIds.filter((id) => !byId.has(id));
  if (unanswered.length === strangers.length) {
    for (const [index, wire] of strangers.entries()) byId.set(unanswered[index] ?? "", wire);
  }
  return askedIds.flatMap((id) => {
    const wire = byId.get(id);
    return wire ? [toTarget(id, wire)] : [];
  });
}
