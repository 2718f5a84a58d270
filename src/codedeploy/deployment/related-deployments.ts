import { distinct, present } from "../../values/lists.ts";
import type { Deployment } from "./deployment.ts";

export interface RelatedDeployments {
  /** The deployment that this one completes, by updating instances that it left on an older revision. */
  rootId: string | undefined;
  /** Deployments that complete this one in the same way. */
  updateIds: string[];
}

/**
 * Links between a deployment and the automatic updates that followed it. AWS fills them in after the root has
 * ended; `undefined` while there are none.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_RelatedDeployments.html
 */
export function relatedDeployments({ relatedDeployments: sent }: Deployment): RelatedDeployments | undefined {
  const rootId = sent?.autoUpdateOutdatedInstancesRootDeploymentId || undefined;
  const updateIds = distinct(present(sent?.autoUpdateOutdatedInstancesDeploymentIds)).filter(
    (id) => id !== "",
  );
  return rootId === undefined && updateIds.length === 0 ? undefined : { rootId, updateIds };
}
