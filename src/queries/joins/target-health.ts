import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import { isFinished } from "../../codedeploy/deployment/status.ts";
import type { HealthGroup, TargetGroup, TargetHealth } from "../../codedeploy/target-health/target-health.ts";
import { healthGroups, newTargetGroups, ofNewTargets } from "../../codedeploy/target-health/target-health.ts";
import { knownTargets } from "../../codedeploy/targets/target-list.ts";
import type { AppError } from "../../errors/app-error.ts";
import { useAws } from "../deployments-context.ts";
import { useJoinInterval } from "./join-interval.ts";
import { useTargetList } from "../targets.tsx";

const AFTER_FAULT_MS = 60_000;
/** So many target groups are asked about: a deployment has one or two. */
const MOST_GROUPS = 5;

const OPTIONS = {
  retry: false,
  retryOnMount: false,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  staleTime: Number.POSITIVE_INFINITY,
} as const;

/** How the new targets of a deployment are behind their load balancer. */
export interface TargetHealthState {
  /** By state and reason, the healthy last; `undefined` while they are asked for. */
  groups: readonly HealthGroup[] | undefined;
  error: AppError | undefined;
  /** Whether the first answers are on their way. */
  isAsking: boolean;
}

/**
 * The health of what a deployment that runs brings, as its load balancer sees it; `undefined` where it has no target group, and where
 * config.json does not list the join. Elastic Load Balancing tells the present alone, so nothing is asked once a deployment has ended.
 *
 * @param polls whether to keep it up to date
 */
export function useTargetHealth(
  region: string,
  deployment: Deployment,
  { polls }: { polls: boolean },
): TargetHealthState | undefined {
  const { joins, elb } = useAws();
  const { deploymentId = "", status } = deployment;
  const list = useTargetList();
  const targets = useMemo(() => knownTargets(list), [list]);
  const names = useMemo(
    () => newTargetGroups(deployment, targets).slice(0, MOST_GROUPS),
    [deployment, targets],
  );
  const isOn = joins.includes("targetHealth") && names.length > 0 && !isFinished(status);
  const refetchInterval = useJoinInterval(region, deploymentId, { polls });
  const groups = useQuery<TargetGroup[], AppError>({
    queryKey: ["target-groups", region, ...names],
    queryFn: ({ signal }) => elb.describeTargetGroups({ region, names }, signal),
    ...OPTIONS,
    enabled: isOn,
    refetchInterval: ({ state }) => (state.error?.isTransient ? AFTER_FAULT_MS : false),
  });
  const arns = groups.data?.map(({ arn }) => arn) ?? [];
  const health = useQuery<TargetHealth[], AppError>({
    queryKey: ["target-health", region, ...arns],
    queryFn: async ({ signal }) => {
      const answers = arns.map((targetGroupArn) =>
        elb.describeTargetHealth({ region, targetGroupArn }, signal),
      );
      return (await Promise.all(answers)).flat();
    },
    ...OPTIONS,
    enabled: isOn && arns.length > 0,
    refetchInterval,
  });
  const found = useMemo(
    () => health.data && healthGroups(ofNewTargets(health.data, deployment, targets)),
    [health.data, deployment, targets],
  );
  if (!isOn) return undefined;
  const error = groups.error ?? health.error ?? undefined;
  return { groups: found, error, isAsking: !found && !error };
}
