import type { TargetStatus } from "@aws-sdk/client-codedeploy";
import type { DeploymentRef } from "../deployment/deployment.ts";

/** Which page of a deployment's target ids to ask for. */
export interface TargetPageInput extends DeploymentRef {
  /** Only targets with this status; all of them where absent. */
  status?: TargetStatus;
  /** As the page before gave it; the first page where absent. */
  nextToken?: string;
}

/** What ListDeploymentTargets says: a page of ids, or that there are none yet. */
export type TargetPage =
  | { kind: "not-started" }
  /** `nextToken` is absent on the last page. */
  | { kind: "ids"; ids: string[]; nextToken: string | undefined };
