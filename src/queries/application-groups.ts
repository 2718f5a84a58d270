import type { InfiniteData } from "@tanstack/react-query";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { CodeDeploy } from "../aws/codedeploy/operations.ts";
import type { ApplicationRef, DeploymentGroup } from "../codedeploy/group/deployment-group.ts";
import { AppError } from "../errors/app-error.ts";
import { useAws } from "./deployments-context.ts";

/** So many does BatchGetDeploymentGroups take. */
const BATCH = 100;

interface GroupsPage {
  names: string[];
  groups: DeploymentGroup[];
  /** Why the names alone are known. */
  refusal?: AppError;
  nextToken: string | undefined;
}

type Groups = InfiniteData<GroupsPage, string | undefined>;

/** The groups of an application as far as they have been read. */
export interface ApplicationGroups {
  /** In alphabetical order; `undefined` before the first answer. A group without `group` is known by its name alone. */
  groups: readonly { name: string; group: DeploymentGroup | undefined }[] | undefined;
  /** Why only names are known. */
  refusal: AppError | undefined;
  error: AppError | undefined;
  hasMore: boolean;
  isReadingMore: boolean;
  readMore: () => void;
  /** Reads all pages that were read anew. */
  refresh: () => Promise<void>;
}

/** The groups of an application, as they are today: two requests for up to 100 of them, and nothing by itself. */
export function useApplicationGroups(application: ApplicationRef): ApplicationGroups {
  const { codeDeploy } = useAws();
  const query = useInfiniteQuery<GroupsPage, AppError, Groups, readonly unknown[], string | undefined>({
    queryKey: ["application-groups", application.region, application.applicationName],
    queryFn: ({ pageParam, signal }) => readPage(codeDeploy, application, pageParam, signal),
    initialPageParam: undefined,
    getNextPageParam: ({ nextToken }) => nextToken,
    retry: false,
    retryOnMount: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query;
  const groups = useMemo(() => data && merged(data.pages), [data]);
  return {
    groups,
    refusal: data?.pages.find(({ refusal }) => refusal)?.refusal,
    error: error ?? undefined,
    hasMore: hasNextPage,
    isReadingMore: isFetchingNextPage,
    readMore: () => void fetchNextPage(),
    refresh: async () => void (await refetch()),
  };
}

function merged(pages: readonly GroupsPage[]) {
  const known = new Map(
    pages.flatMap(({ groups }) => groups.map((group) => [group.deploymentGroupName ?? "", group])),
  );
  return pages
    .flatMap(({ names }) => names)
    .toSorted((one, other) => one.localeCompare(other))
    .map((name) => ({ name, group: known.get(name) }));
}

async function readPage(
  codeDeploy: CodeDeploy,
  application: ApplicationRef,
  nextToken: string | undefined,
  signal: AbortSignal,
): Promise<GroupsPage> {
  const { region, applicationName } = application;
  const listed = await codeDeploy.listDeploymentGroups({ region, applicationName, nextToken }, signal);
  const page = { names: listed.items, nextToken: listed.nextToken };
  try {
    const batches = Array.from({ length: Math.ceil(page.names.length / BATCH) }, (_, place) =>
      codeDeploy.batchGetDeploymentGroups(
        {
          region,
          applicationName,
          deploymentGroupNames: page.names.slice(place * BATCH, (place + 1) * BATCH),
        },
        signal,
      ),
    );
    return { ...page, groups: (await Promise.all(batches)).flat() };
  } catch (error) {
    if (error instanceof AppError && error.kind === "access-denied") {
      return { ...page, groups: [], refusal: error };
    }
    throw error;
  }
}
