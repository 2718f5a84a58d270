import type { ReactNode } from "react";
import { useMemo } from "react";
import { platformFacts } from "../../../codedeploy/deployment/platform.ts";
import { failureGroups, failureHeadline } from "../../../codedeploy/failure/failure-groups.ts";
import { knownTargets } from "../../../codedeploy/targets/target-list.ts";
import { useTargetList } from "../../../queries/targets.ts";
import { useShownDeployment } from "../shown-deployment.ts";

export interface HeadlineProps {
  /** What to say where no target has failed. */
  otherwise: ReactNode;
}

/** All failures of targets in one line for the status strip. */
export function FailureHeadline({ otherwise }: HeadlineProps) {
  const { region, deploymentId, deployment } = useShownDeployment();
  const list = useTargetList({ region, deploymentId });
  const groups = useMemo(() => failureGroups(knownTargets(list)), [list]);
  const headline = failureHeadline(groups, list.ids.length, platformFacts(deployment).targetNoun, deployment);
  return headline === undefined ? otherwise : <span className="font-semibold">{headline}.</span>;
}
