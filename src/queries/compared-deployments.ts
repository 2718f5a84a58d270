import type { QueryClient } from "@tanstack/react-query";
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Aws } from "../aws/aws.ts";
import { isDeploymentId } from "../aws-names/deployment-id.ts";
import type { CodeDeploy } from "../aws/codedeploy/operations.ts";
import type { Deployment, DeploymentRef } from "../codedeploy/deployment/deployment.ts";
import type { Target } from "../codedeploy/targets/target.ts";
import { AppError } from "../errors/app-error.ts";
import { eachPage } from "./each-page.ts";
import { useAws } from "./deployments-context.ts";
import { firstTryMs, useFirstFailure } from "./lists/first-tries.ts";

/** So many targets of each deployment are compared: four requests. */
export const MOST_TARGETS = 100;
/** Pages may be empty; a list that never ends must not become a loop. */
const MOST_PAGES = 20;
/** So many does BatchGetDeploymentTargets take. */
const BATCH = 25;

/** Nothing is asked by itself once there is an answer: what is compared has mostly ended. */
const ONCE = {
  retry: false,
  retryOnMount: false,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  staleTime: 30_000,
  refetchInterval: ({ state }: { state: Parameters<typeof firstTryMs>[0] }) => firstTryMs(state),
} as const;

const TARGETS = "compared-targets";

/** The targets of a deployment, as far as they are compared. */
export interface TargetsRead {
  targets: Target[];
  /** Whether it has more of them. */
  hasMore: boolean;
}

/** The question for {@link useComparedDeployments}. */
function comparedOptions(codeDeploy: CodeDeploy, region: string, ids: readonly [string, string]) {
  return queryOptions<[Deployment, Deployment], AppError>({
    queryKey: ["compared-deployments", region, ...ids],
    queryFn: ({ signal }) => readBoth(codeDeploy, region, ids, signal),
    ...ONCE,
  });
}

/** The question for {@link useComparedTargets}. */
function targetsOptions(codeDeploy: CodeDeploy, ref: DeploymentRef) {
  return queryOptions<TargetsRead, AppError>({
    queryKey: [TARGETS, ref.region, ref.deploymentId],
    queryFn: ({ signal }) => readTargets(codeDeploy, ref, signal),
    ...ONCE,
  });
}

/** Asks for what a comparison shows, ahead of the page; for nothing where the address can name no deployment. Never rejects. */
export async function askForComparison(
  { codeDeploy }: Aws,
  client: QueryClient,
  region: string,
  ids: readonly [string, string],
): Promise<void> {
  if (!ids.every((id) => isDeploymentId(id))) return;
  await Promise.all([
    client.prefetchQuery(comparedOptions(codeDeploy, region, ids)),
    ...ids.map((deploymentId) => client.prefetchQuery(targetsOptions(codeDeploy, { region, deploymentId }))),
  ]);
}

/** Two deployments of one Region, the one that was created first before the other: one request, or two where that is refused. */
export function useComparedDeployments(region: string, ids: readonly [string, string]) {
  const { codeDeploy } = useAws();
  const client = useQueryClient();
  const query = useQuery(comparedOptions(codeDeploy, region, ids));
  const first = useFirstFailure(query);
  return {
    both: query.data,
    /** Why they could not be read, or not anew. */
    error: query.data ? (query.error ?? undefined) : first.error,
    nextTryAtMs: first.nextTryAtMs,
    /** Reads them anew, with their targets. */
    refresh: () =>
      Promise.all([query.refetch(), client.refetchQueries({ queryKey: [TARGETS, region], type: "active" })]),
  };
}

/** Up to 100 targets of a deployment, with their lifecycle events. */
export function useComparedTargets(ref: DeploymentRef) {
  const { codeDeploy } = useAws();
  const { data, error, refetch } = useQuery(targetsOptions(codeDeploy, ref));
  return { read: data, error: error ?? undefined, refresh: refetch };
}

async function readBoth(
  codeDeploy: CodeDeploy,
  region: string,
  ids: readonly [string, string],
  signal: AbortSignal,
): Promise<[Deployment, Deployment]> {
  const known = await readTogether(codeDeploy, region, ids, signal);
  // One that is left out is asked for by itself: AWS then says why.
  const read = async (deploymentId: string) =>
    known.find((deployment) => deployment.deploymentId === deploymentId) ??
    (await codeDeploy.getDeployment({ region, deploymentId }, signal)).deployment;
  const [one, other] = await Promise.all([read(ids[0]), read(ids[1])]);
  return (one.createTime ?? 0) <= (other.createTime ?? 0) ? [one, other] : [other, one];
}

async function readTogether(
  codeDeploy: CodeDeploy,
  region: string,
  deploymentIds: readonly string[],
  signal: AbortSignal,
): Promise<Deployment[]> {
  try {
    const answers = await codeDeploy.batchGetDeployments({ region, deploymentIds }, signal);
    return answers.map(({ deployment }) => deployment);
  } catch (error) {
    if (error instanceof AppError && BY_CONTENT.has(error.kind)) return [];
    throw error;
  }
}

const BY_CONTENT: ReadonlySet<AppError["kind"]> = new Set(["access-denied", "invalid-id", "not-found"]);

async function readTargets(
  codeDeploy: CodeDeploy,
  ref: DeploymentRef,
  signal: AbortSignal,
): Promise<TargetsRead> {
  const pages = eachPage(async (nextToken) => {
    const page = await codeDeploy.listDeploymentTargets(
      { ...ref, ...(nextToken !== undefined && { nextToken }) },
      signal,
    );
    return page.kind === "not-started" ? { ids: [], nextToken: undefined } : page;
  }, MOST_PAGES);
  const ids: string[] = [];
  let isWhole = true;
  for await (const page of pages) {
    ids.push(...page.ids);
    isWhole = page.nextToken === undefined;
    if (ids.length >= MOST_TARGETS) break;
  }
  const compared = ids.slice(0, MOST_TARGETS);
  const batches = Array.from({ length: Math.ceil(compared.length / BATCH) }, (_, place) =>
    codeDeploy.batchGetDeploymentTargets(
      { ...ref, targetIds: compared.slice(place * BATCH, (place + 1) * BATCH) },
      signal,
    ),
  );
  const targets = (await Promise.all(batches)).flat();
  return { targets, hasMore: !isWhole || ids.length > compared.length };
}
