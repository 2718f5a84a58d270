import { useMemo } from "react";
import { knownTargets } from "../../codedeploy/targets/target-list.ts";
import { trafficPlan } from "../../codedeploy/traffic/traffic-plan.ts";
import type { WaitedTime } from "../../codedeploy/waiting/waited-time.ts";
import { waitedTimes } from "../../codedeploy/waiting/waited-time.ts";
import { useDeploymentConfig } from "../../queries/deployment-config.ts";
import { useTargetList } from "../../queries/targets.tsx";
import { useShownDeployment } from "./shown-deployment.ts";

/** The stretches of time in which the shown deployment waits, or waited, rather than works. */
export function useWaits(): readonly WaitedTime[] {
  const { region, deployment } = useShownDeployment();
  const list = useTargetList();
  const { config } = useDeploymentConfig(region, deployment);
  return useMemo(
    () => waitedTimes(deployment, knownTargets(list), config && trafficPlan(config)),
    [deployment, list, config],
  );
}
