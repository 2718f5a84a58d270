import type { InfiniteData } from "@tanstack/react-query";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { DeploymentStatus } from "@aws-sdk/client-codedeploy";
import type { CodeDeploy } from "../aws/codedeploy/operations.ts";
import type { Deployment } from "../codedeploy/deployment/deployment.ts";
import type { GroupRef } from "../codedeploy/group/deployment-group.ts";
import { AppError } from "../errors/app-error.ts";
import { useAws } from "./deployments-context.ts";

/** So many deployments are read at once: two requests after that for the list. */
const PAGE = 50;
/** So many does BatchGetDeployments take. */
const BATCH = 25;

/** Which deployments of a group are asked for. */
export interface ListFilter {
  /** Only deployments with one of these statuses. */
  statuses?: readonly DeploymentStatus[] | undefined;
  /** Only deployments of the last so many milliseconds. */
  withinMs?: number | undefined;
}

/** Where the reading of a list has come to. */
interface Place {
  /** Ids that were listed and not read. */
  unread: readonly string[];
  nextToken: string | undefined;
}

interface ListedPage extends Place {
  ids: string[];
  deployments: Deployment[];
  /** Why the ids alone are known. */
  refusal?: AppError;
}

type Listed = InfiniteData<ListedPage, Place>;

const START: Place = { unread: [], nextToken: undefined };

/** The deployments of a group as far as they have been read. */
export interface GroupList {
  /** Ids, in the order in which AWS lists them; `undefined` before the first answer. */
  ids: readonly string[] | undefined;
  /** Those of them that were read, newest first. */
  deployments: readonly Deployment[];
  /** Why only ids are known. */
  refusal: AppError | undefined;
  error: AppError | undefined;
  /** Whether AWS has more. */
  hasMore: boolean;
  isReadingMore: boolean;
  readMore: () => void;
  /** Reads the first page anew: what is new comes first, what has gone on is up to date. Two requests. */
  refresh: () => Promise<void>;
}

/** The deployments of a group, fifty at a time: three requests, and nothing by itself. */
export function useGroupList(group: GroupRef, filter: ListFilter): GroupList {
  const { codeDeploy } = useAws();
  const client = useQueryClient();
  const { region, applicationName, deploymentGroupName } = group;
  const statuses = filter.statuses?.join();
  const key = useMemo(
    () => ["group-list", region, applicationName, deploymentGroupName, statuses, filter.withinMs],
    [region, applicationName, deploymentGroupName, statuses, filter.withinMs],
  );
  const list = (nextToken: string | undefined, signal: AbortSignal) =>
    codeDeploy.listDeployments(
      {
        region,
        applicationName,
        deploymentGroupName,
        ...(filter.statuses && { statuses: filter.statuses }),
        ...(filter.withinMs !== undefined && { createdFromMs: Date.now() - filter.withinMs }),
        nextToken,
      },
      signal,
    );
  const query = useInfiniteQuery<ListedPage, AppError, Listed, readonly unknown[], Place>({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => readPage(codeDeploy, region, list, pageParam, signal),
    initialPageParam: START,
    getNextPageParam: ({ unread, nextToken }) =>
      unread.length > 0 || nextToken !== undefined ? { unread, nextToken } : undefined,
    retry: false,
    retryOnMount: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query;
  const refresh = useCallback(async () => {
    // Pages after the first are what they were: nobody changes the past.
    client.setQueryData<Listed>(key, (before) => before && firstPageOf(before));
    await refetch();
  }, [client, key, refetch]);
  const shown = useMemo(() => data && merged(data.pages), [data]);
  return {
    ids: shown?.ids,
    deployments: shown?.deployments ?? [],
    refusal: shown?.refusal,
    error: error ?? undefined,
    hasMore: hasNextPage,
    isReadingMore: isFetchingNextPage,
    readMore: () => void fetchNextPage(),
    refresh,
  };
}

function firstPageOf({ pages, pageParams }: Listed): Listed {
  return { pages: pages.slice(0, 1), pageParams: pageParams.slice(0, 1) };
}

function merged(pages: readonly ListedPage[]) {
  const deployments = pages.flatMap((page) => page.deployments);
  return {
    ids: pages.flatMap(({ ids }) => ids),
    deployments: deployments.toSorted((one, other) => (other.createTime ?? 0) - (one.createTime ?? 0)),
    refusal: pages.find(({ refusal }) => refusal)?.refusal,
  };
}

async function readPage(
  codeDeploy: CodeDeploy,
  region: string,
  list: (nextToken: string | undefined, signal: AbortSignal) => ReturnType<CodeDeploy["listDeployments"]>,
  from: Place,
  signal: AbortSignal,
): Promise<ListedPage> {
  let { unread, nextToken } = from;
  if (from === START || (unread.length < PAGE && nextToken !== undefined)) {
    const page = await list(nextToken, signal);
    unread = [...unread, ...page.items];
    nextToken = page.nextToken;
  }
  const ids = unread.slice(0, PAGE);
  const rest = { ids, unread: unread.slice(PAGE), nextToken };
  try {
    return { ...rest, deployments: await readDeployments(codeDeploy, region, ids, signal) };
  } catch (error) {
    if (error instanceof AppError && error.kind === "access-denied") {
      return { ...rest, deployments: [], refusal: error };
    }
    throw error;
  }
}

/** Deployments by their ids, 25 in each request, in no particular order. */
export async function readDeployments(
  codeDeploy: CodeDeploy,
  region: string,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<Deployment[]> {
  const batches = Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, place) =>
    ids.slice(place * BATCH, (place + 1) * BATCH),
  );
  const found = batches.map((deploymentIds) =>
    codeDeploy.batchGetDeployments({ region, deploymentIds }, signal),
  );
  return (await Promise.all(found)).flat();
}
