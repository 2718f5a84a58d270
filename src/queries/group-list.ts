import { useMemo } from "react";
import type { Deployment } from "../codedeploy/deployment/deployment.ts";
import type { GroupRef } from "../codedeploy/group/deployment-group.ts";
import type { ListFilter } from "../codedeploy/group/list-filter.ts";
import type { AppError } from "../errors/app-error.ts";
import { useAws } from "./deployments-context.ts";
import type { ListedPage, ListPlace } from "./group-pages.ts";
import { LIST_START, newestFirst, nextPlace, readNewest, readPage, withNewest } from "./group-pages.ts";
import type { ListPages } from "./list-pages.ts";
import { useListPages } from "./list-pages.ts";

/** The deployments of a group as far as they have been read. */
export interface GroupList extends Omit<ListPages<ListedPage>, "pages"> {
  /** Ids, in the order in which AWS lists them; `undefined` before the first answer. */
  ids: readonly string[] | undefined;
  /** Those of them that were read, newest first. */
  deployments: readonly Deployment[];
  /** Why only ids are known. */
  refusal: AppError | undefined;
}

/**
 * The deployments of a group, fifty at a time: three requests, and nothing by itself. A refresh reads what is new and what had not
 * ended: two requests, however many were read before.
 */
export function useGroupList(group: GroupRef, filter: ListFilter): GroupList {
  const { codeDeploy } = useAws();
  const { region, applicationName, deploymentGroupName } = group;
  const { statuses, withinMs } = filter;
  const read = (from: ListPlace = LIST_START, signal: AbortSignal) =>
    readPage(codeDeploy, group, filter, from, signal);
  const { pages, ...list } = useListPages<ListedPage, ListPlace>(
    ["group-list", region, applicationName, deploymentGroupName, statuses?.join(), withinMs],
    read,
    nextPlace,
    async (before, signal) => {
      const newest = before.some(({ refusal }) => refusal)
        ? undefined
        : await readNewest(codeDeploy, group, filter, before, signal);
      return newest ? withNewest(before, newest) : [await read(LIST_START, signal)];
    },
  );
  const deployments = useMemo(() => newestFirst(pages ?? []), [pages]);
  return {
    ...list,
    ids: pages?.flatMap(({ ids }) => ids),
    deployments,
    refusal: pages?.find(({ refusal }) => refusal)?.refusal,
  };
}
