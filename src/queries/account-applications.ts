import { useQueries } from "@tanstack/react-query";
import type { CodeDeploy } from "../aws/codedeploy/operations.ts";
import type { RegionAnswer } from "./account-activity.ts";
import { ONCE, regionAnswer } from "./account-activity.ts";
import { useAws } from "./deployments-context.ts";

/** An account has at most 1,000 applications in a Region; a token that never ends must not become a loop. */
const MAX_PAGES = 20;

/**
 * The names of the applications of these Regions, in alphabetical order: a request for each page of names, and nothing by itself.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/limits.html
 */
export function useAccountApplications(regions: readonly string[]): RegionAnswer<string[]>[] {
  const { codeDeploy } = useAws();
  const results = useQueries({
    queries: regions.map((region) => ({
      queryKey: ["account-applications", region],
      queryFn: ({ signal }: { signal: AbortSignal }) => readNames(codeDeploy, region, signal),
      ...ONCE,
    })),
  });
  return results.map((result, place) => regionAnswer(regions[place] ?? "", result));
}

async function readNames(codeDeploy: CodeDeploy, region: string, signal: AbortSignal): Promise<string[]> {
  const names: string[] = [];
  let nextToken: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { items, nextToken: next } = await codeDeploy.listApplications({ region, nextToken }, signal);
    names.push(...items);
    nextToken = next;
    if (nextToken === undefined) break;
  }
  return names.toSorted((one, other) => one.localeCompare(other));
}
