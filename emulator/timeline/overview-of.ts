import type { DeploymentOverview } from "@aws-sdk/client-codedeploy";
import type { Wire } from "../wire.ts";
import type { TargetState } from "./scenario.ts";

/** Counts targets per state, so that the overview of a deployment and its targets can never disagree. */
export function overviewOf(targets: readonly TargetState[]): Wire<DeploymentOverview> {
  const count = (...statuses: string[]) => targets.filter(({ status }) => statuses.includes(status)).length;
  return {
    Pending: count("Pending", "Unknown"),
    InProgress: count("InProgress"),
    Succeeded: count("Succeeded"),
    Failed: count("Failed"),
    Skipped: count("Skipped"),
    Ready: count("Ready"),
  };
}
