import { useMemo } from "react";
import type { Deployment, DeploymentRef } from "../../../codedeploy/deployment/deployment.ts";
import { failureGroups, failureHeadline } from "../../../codedeploy/failure/failure-groups.ts";
import { platformFacts } from "../../../codedeploy/deployment/platform.ts";
import { knownTargets } from "../../../codedeploy/targets/target-list.ts";
import { useTargetList } from "../../../queries/targets.ts";

interface FailureHeadlineProps extends DeploymentRef {
  deployment: Deployment;
}

/** All failures of targets in one line for the status strip; nothing when no target has failed. */
export function FailureHeadline({ region, deploymentId, deployment }: FailureHeadlineProps) {
  const list = useTargetList({ region, deploymentId });
  const groups = useMemo(() => failureGroups(knownTargets(list)), [list]);
  const headline = failureHeadline(groups, list.ids.length, platformFacts(deployment).targetNoun, deployment);
  return headline === undefined ? null : <span className="font-semibold">{headline}. </span>;
}
