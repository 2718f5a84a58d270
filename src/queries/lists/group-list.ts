import type { QueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Aws } from "../../aws/aws.ts";
import type { CodeDeploy } from "../../aws/codedeploy/operations.ts";
import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import type { GroupRef } from "../../codedeploy/group/deployment-group.ts";
import type { ListFilter } from "../../codedeploy/group/list-filter.ts";
import { listFilter } from "../../codedeploy/group/list-filter.ts";
import type { AppError } from "../../errors/app-error.ts";
import { deploymentGroupOptions } from "../deployment-group.ts";
import { useAws } from "../deployments-context.ts";
import type { ListedPage, ListPlace } from "./group-pages.ts";
import { LIST_START, newestFirst, nextPlace, readNewest, readPage, withNewest } from "./group-pages.ts";
import type { ListPages, PagedList } from "./list-pages.ts";
import { prefetchList, useListPages } from "./list-pages.ts";

/** The deployments of a group as far as they have been read. */
export interface GroupList extends Omit<ListPages<ListedPage>, "pages"> {
  /** Ids, in the order in which AWS lists them; `undefined` before the first answer. */
  ids: readonly string[] | undefined;
  /** Those of them that were read, newest first. */
  deployments: readonly Deployment[];
  /** Ids that AWS lists and did not describe: the role may not read them, or they have been deleted since. */
  undescribed: readonly string[];
  /** Why of those only the ids are known. */
  refusal: AppError | undefined;
  /** Statuses that were wanted, and by which AWS has refused to list. */
  unlisted: readonly string[];
}

/**
 * The deployments of a group, fifty at a time: three requests, and nothing by itself. A refresh reads what is new and what had not
 * ended: two requests, however many were read before.
 */
function groupPages(
  codeDeploy: CodeDeploy,
  group: GroupRef,
  filter: ListFilter,
): PagedList<ListedPage, ListPlace> {
  const { region, applicationName, deploymentGroupName } = group;
  const { statuses, withinMs } = filter;
  const read = (from: ListPlace = LIST_START, signal: AbortSignal) =>
    readPage(codeDeploy, group, filter, from, signal);
  return {
    key: ["group-list", region, applicationName, deploymentGroupName, statuses?.join(), withinMs],
    read,
    next: nextPlace,
    async readAnew(before, signal) {
      const newest = before.some(({ refusal }) => refusal)
        ? undefined
        : await readNewest(codeDeploy, group, filter, before, signal);
      return newest ? withNewest(before, newest) : [await read(LIST_START, signal)];
    },
  };
}

/** The list of {@link groupPages}, for a view. */
export function useGroupList(group: GroupRef, filter: ListFilter): GroupList {
  const { pages, ...list } = useListPages(groupPages(useAws().codeDeploy, group, filter));
  const deployments = useMemo(() => newestFirst(pages ?? []), [pages]);
  const ids = pages?.flatMap((page) => page.ids);
  const described = new Set(deployments.map(({ deploymentId }) => deploymentId));
  return {
    ...list,
    ids,
    deployments,
    undescribed: ids?.filter((id) => !described.has(id)) ?? [],
    refusal: pages?.find(({ refusal }) => refusal)?.refusal,
    unlisted: pages?.find(({ unlisted }) => unlisted)?.unlisted ?? [],
  };
}

/**
 * Asks for what a group's page shows first, ahead of the page: its list, and beside it the group as it is today. Never rejects.
 *
 * @param group `filter` is what the address says
 */
export async function askForGroup(
  { codeDeploy }: Aws,
  client: QueryClient,
  { filter, ...group }: GroupRef & { filter?: { status?: string; since?: string } },
): Promise<void> {
  await Promise.all([
    prefetchList(client, groupPages(codeDeploy, group, listFilter(filter))),
    client.prefetchQuery(deploymentGroupOptions(codeDeploy, group)),
  ]);
}
