import type { Deployment } from "../deployment/deployment.ts";
import { rollback } from "../deployment/rollback.ts";

/** Whether a line joins a row of a list with the row above it, and with the one below. */
export interface Joint {
  above: boolean;
  below: boolean;
}

/**
 * Which rows of a list a line joins, so that a deployment and the one that rolled it back are seen to belong together. The line
 * passes the rows between them.
 *
 * @param deployments in the order of the rows
 */
export function rollbackJoints(deployments: readonly Deployment[]): Joint[] {
  const places = new Map(deployments.map(({ deploymentId }, place) => [deploymentId, place]));
  const joints = deployments.map((): Joint => ({ above: false, below: false }));
  for (const [place, deployment] of deployments.entries()) {
    const { undoesId, undoneById } = rollback(deployment) ?? {};
    for (const id of [undoesId, undoneById]) {
      const other = id === undefined ? undefined : places.get(id);
      if (other !== undefined) join(joints, Math.min(place, other), Math.max(place, other));
    }
  }
  return joints;
}

function join(joints: readonly Joint[], first: number, last: number): void {
  for (const [place, joint] of joints.entries()) {
    if (place > first && place <= last) joint.above = true;
    if (place >= first && place < last) joint.below = true;
  }
}
