import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import { isFinished } from "../../codedeploy/deployment/status.ts";
import type { FailedActivities, ScalingActivity } from "../../codedeploy/scaling/scaling-activity.ts";
import { failedActivities } from "../../codedeploy/scaling/scaling-activity.ts";
import { replacementGroup, waiting } from "../../codedeploy/waiting/waiting.ts";
import type { AppError } from "../../errors/app-error.ts";
import { useAws } from "../deployments-context.ts";
import { useJoinInterval } from "./join-interval.ts";

/** Why a replacement fleet does not come up. */
export interface ScalingState {
  groupName: string;
  /** What failed first stands first; `undefined` while it is asked for. */
  failed: readonly FailedActivities[] | undefined;
  error: AppError | undefined;
  /** Whether the first answer is on its way. */
  isAsking: boolean;
}

/**
 * What failed in the Auto Scaling group that CodeDeploy makes for a blue/green deployment, asked for while that waits for the group, and once
 * when it has failed; `undefined` for other deployments, and where config.json does not list the join.
 *
 * @param polls whether this call is the one that keeps it up to date: each that does asks for itself
 */
export function useScalingActivities(
  region: string,
  deployment: Deployment,
  { polls }: { polls: boolean },
): ScalingState | undefined {
  const { joins, autoScaling } = useAws();
  const { status, createTime, completeTime } = deployment;
  const hasEnded = isFinished(status);
  const provisioning = deployment.blueGreenDeploymentConfiguration?.greenFleetProvisioningOption?.action;
  const copies = provisioning === "COPY_AUTO_SCALING_GROUP";
  const matters = hasEnded ? status !== "Succeeded" : waiting(deployment).kind === "provisioning";
  const groupName = replacementGroup(deployment);
  const isOn = joins.includes("autoScaling") && copies && matters && groupName !== undefined;
  const refetchInterval = useJoinInterval(region, deployment.deploymentId ?? "", { polls, hasEnded });
  const { data, error } = useQuery<ScalingActivity[], AppError>({
    queryKey: ["scaling-activities", region, groupName, hasEnded],
    queryFn: ({ signal }) =>
      autoScaling.describeScalingActivities({ region, groupName: groupName ?? "" }, signal),
    enabled: isOn,
    retry: false,
    retryOnMount: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (previous) => previous,
    refetchInterval,
  });
  const failed = useMemo(
    () => data && failedActivities(data, createTime, completeTime),
    [data, createTime, completeTime],
  );
  if (!isOn) return undefined;
  return { groupName, failed, error: error ?? undefined, isAsking: !data && !error };
}
