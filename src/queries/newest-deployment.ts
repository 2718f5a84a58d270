import { useQuery } from "@tanstack/react-query";
import type { CodeDeploy } from "../aws/codedeploy/operations.ts";
import type { GroupRef } from "../codedeploy/group/deployment-group.ts";
import { AppError } from "../errors/app-error.ts";
import { useDeployments } from "./deployments-context.ts";
import { eachPage } from "./each-page.ts";
import { AFTER_FAILURES_MS, MAX_THROTTLED_MS, STILL_MS } from "./polling/poll-interval.ts";

/** So many of the ids that come first in the list are compared: AWS documents no order. */
const COMPARED = 5;

/** The newest deployment of a group, as far as is known. */
export interface NewestDeployment {
  /** `undefined` before the first answer; `null` for a group without deployments. */
  deploymentId: string | null | undefined;
  /** Why AWS was not heard when it was asked last. What was known before stays. */
  error: AppError | undefined;
}

/**
 * Looks for a group's newest deployment again and again, with one request where there is no new one. A new one is given once its first
 * answer is there, so that what is shown moves on from one to the other without a gap.
 */
export function useNewestDeployment(group: GroupRef): NewestDeployment {
  const deployments = useDeployments();
  const { region, applicationName, deploymentGroupName } = group;
  const { data, error } = useQuery<NewestKnown, AppError>({
    queryKey: ["newest-deployment", region, applicationName, deploymentGroupName],
    queryFn: async ({ signal, client, queryKey }) => {
      const before = client.getQueryData<NewestKnown>(queryKey);
      const known = await newestOf(deployments.aws.codeDeploy, group, before, signal);
      if (known.deploymentId !== null && known.deploymentId !== before?.deploymentId) {
        await deployments.prefetch({ region, deploymentId: known.deploymentId });
      }
      return known;
    },
    retry: false,
    staleTime: STILL_MS,
    refetchInterval: ({ state }) => {
      if (!state.error) return STILL_MS;
      const isThrottled = state.error.kind === "throttled" || !state.error.isTransient;
      return isThrottled ? MAX_THROTTLED_MS : Math.max(...AFTER_FAILURES_MS);
    },
  });
  return { deploymentId: data?.deploymentId, error: error ?? undefined };
}

interface NewestKnown {
  deploymentId: string | null;
  /** The ids that were compared. */
  compared: readonly string[];
}

/** A list that never ends must not become a loop. */
const MAX_EMPTY_PAGES = 10;

/** The ids that come first in the list: AWS may send pages without any before them. */
async function firstOfList(codeDeploy: CodeDeploy, group: GroupRef, signal: AbortSignal): Promise<string[]> {
  const pages = eachPage(
    (nextToken) => codeDeploy.listDeployments({ ...group, nextToken }, signal),
    MAX_EMPTY_PAGES,
  );
  for await (const { items, nextToken } of pages) {
    if (items.length > 0 || nextToken === undefined) return items.slice(0, COMPARED);
  }
  throw new AppError("unknown");
}

/** The newest of the deployments that AWS lists first, by their creation; by the list's order where the role may not read them. */
async function newestOf(
  codeDeploy: CodeDeploy,
  group: GroupRef,
  before: NewestKnown | undefined,
  signal: AbortSignal,
): Promise<NewestKnown> {
  const compared = await firstOfList(codeDeploy, group, signal);
  const [first] = compared;
  if (first === undefined) return { deploymentId: null, compared };
  if (
    before &&
    compared.length === before.compared.length &&
    compared.every((id) => before.compared.includes(id))
  )
    return before;
  if (compared.length === 1) return { deploymentId: first, compared };
  try {
    const answers = await codeDeploy.batchGetDeployments(
      { region: group.region, deploymentIds: compared },
      signal,
    );
    const byAge = answers
      .map(({ deployment }) => deployment)
      .toSorted((one, other) => (other.createTime ?? 0) - (one.createTime ?? 0));
    return { deploymentId: byAge[0]?.deploymentId ?? first, compared };
  } catch (error) {
    if (error instanceof AppError && error.kind === "access-denied") return { deploymentId: first, compared };
    throw error;
  }
}
