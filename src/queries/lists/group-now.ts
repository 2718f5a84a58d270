import { useQuery } from "@tanstack/react-query";
import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import type { DeploymentGroup, GroupRef } from "../../codedeploy/group/deployment-group.ts";
import type { EcsService } from "../../codedeploy/tasks/ecs-service.ts";
import type { AppError } from "../../errors/app-error.ts";
import { ONCE, deploymentGroupOptions } from "../deployment-group.ts";
import { useAws } from "../deployments-context.ts";
import { firstTryMs } from "./first-tries.ts";

/** A group as it is today: one request for a visit of the page, and one for each refresh. */
export function useDeploymentGroup(group: GroupRef): {
  group: DeploymentGroup | undefined;
  error: AppError | undefined;
  /** When it was read last (epoch ms). */
  readAtMs: number;
  refresh: () => Promise<void>;
} {
  const { data, error, dataUpdatedAt, refetch } = useQuery({
    ...deploymentGroupOptions(useAws().codeDeploy, group),
    refetchInterval: ({ state }) => firstTryMs(state),
  });
  return {
    group: data,
    error: error ?? undefined,
    readAtMs: dataUpdatedAt,
    refresh: async () => void (await refetch()),
  };
}

/**
 * One deployment that is over.
 *
 * @param isWanted nothing is asked unless it is
 * @returns `null` where AWS does not describe it, `undefined` before that is known
 */
export function useEndedDeployment(
  region: string,
  deploymentId: string | undefined,
  isWanted: boolean,
): Deployment | null | undefined {
  const { codeDeploy } = useAws();
  const { data, error } = useQuery<Deployment | null, AppError>({
    queryKey: ["ended-deployment", region, deploymentId],
    queryFn: async ({ signal }) => {
      const deploymentIds = deploymentId === undefined ? [] : [deploymentId];
      const [found] = await codeDeploy.batchGetDeployments({ region, deploymentIds }, signal);
      return found?.deployment ?? null;
    },
    enabled: isWanted && deploymentId !== undefined,
    ...ONCE,
  });
  return error ? null : data;
}

/**
 * The ECS service of a group, with its task sets, where config.json lists the join: one request.
 *
 * @param readAtMs when the group was read (epoch ms): what an older answer of ECS says is not of the same moment
 */
export function useGroupService(
  region: string,
  group: DeploymentGroup,
  readAtMs: number,
): { service: EcsService | undefined; error: AppError | undefined } | undefined {
  const { joins, ecs } = useAws();
  const { clusterName: cluster = "", serviceName: service = "" } = group.ecsServices?.[0] ?? {};
  const isAsked = joins.includes("ecs") && cluster !== "" && service !== "";
  const { data, error } = useQuery<EcsService, AppError>({
    queryKey: ["ecs-service-now", region, cluster, service, readAtMs],
    queryFn: ({ signal }) => ecs.describeServices({ region, cluster, service }, signal),
    enabled: isAsked,
    ...ONCE,
  });
  return isAsked ? { service: data, error: error ?? undefined } : undefined;
}
