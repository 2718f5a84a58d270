import { useQueries } from "@tanstack/react-query";
import type { CodeDeploy } from "../../aws/codedeploy/operations.ts";
import type { ListPage } from "../../codedeploy/group/deployment-group.ts";
import type { RegionAnswer } from "./account-activity.ts";
import { ONCE, regionAnswer } from "./account-activity.ts";
import { eachPage } from "../each-page.ts";
import { useAws } from "../deployments-context.ts";

/** An account has at most 1,000 applications in a Region; a token that never ends must not become a loop. */
const MAX_PAGES = 20;

/** The applications of a Region. */
export interface RegionApplications {
  /** In alphabetical order. */
  names: readonly string[];
  /** Whether there are no others: the list may go on, or the rest of it could not be read. */
  isWhole: boolean;
}

/**
 * The names of the applications of these Regions, in alphabetical order: a request for each page of names, and nothing by itself.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/limits.html
 */
export function useAccountApplications(regions: readonly string[]): {
  answers: RegionAnswer<RegionApplications>[];
  refresh: () => Promise<unknown>;
} {
  const { codeDeploy } = useAws();
  const results = useQueries({
    queries: regions.map((region) => ({
      queryKey: ["account-applications", region],
      queryFn: ({ signal }: { signal: AbortSignal }) => readNames(codeDeploy, region, signal),
      ...ONCE,
    })),
  });
  return {
    answers: results.map((result, place) => regionAnswer(regions[place] ?? "", result)),
    refresh: () => Promise.all(results.map(({ refetch }) => refetch())),
  };
}

async function readNames(
  codeDeploy: CodeDeploy,
  region: string,
  signal: AbortSignal,
): Promise<RegionApplications> {
  const names: string[] = [];
  let last: ListPage | undefined;
  try {
    const pages = eachPage(
      (nextToken) => codeDeploy.listApplications({ region, nextToken }, signal),
      MAX_PAGES,
    );
    for await (last of pages) names.push(...last.items);
  } catch (error) {
    // What was read before is worth more than none.
    if (!last || signal.aborted) throw error;
  }
  const sorted = names.toSorted((one, other) => one.localeCompare(other));
  return { names: sorted, isWhole: last?.nextToken === undefined };
}
