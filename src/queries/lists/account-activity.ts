import { useQueries } from "@tanstack/react-query";
import type { DeploymentStatus } from "@aws-sdk/client-codedeploy";
import type { CodeDeploy } from "../../aws/codedeploy/operations.ts";
import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import { AppError } from "../../errors/app-error.ts";
import { useAws } from "../deployments-context.ts";
import { readDeployments } from "./group-pages.ts";

/** A deployment with the id by which AWS listed it. */
type Listed = Deployment & { deploymentId: string };

/** What the deployments of an account in one Region say about now. */
export interface RegionActivity {
  region: string;
  /** Those that have not ended, newest first; at most {@link MOST}. */
  running: readonly Listed[];
  /** Those that have failed, of the last 24 hours by their creation; at most {@link MOST}. */
  failed: readonly Listed[];
  /** Whether AWS lists more of either. */
  hasMore: boolean;
  /** Statuses of deployments that have not ended by which AWS has refused to list. */
  unlisted: readonly DeploymentStatus[];
  /** When it was asked for (epoch ms). */
  readAtMs: number;
}

/** A Region's answer, what kept AWS from it, or from giving it anew; neither while it is under way. */
export interface RegionAnswer<Answer> {
  region: string;
  answer: Answer | undefined;
  error: AppError | undefined;
}

/** So many of each are read: one request. */
const MOST = 25;
const DAY_MS = 24 * 3_600_000;
/** Coming back to the home page asks anew, but not more often than this. */
const STALE_AFTER_MS = 60_000;

/** The statuses that AWS documents for the filter, of those that have not ended. */
const NOT_ENDED: readonly DeploymentStatus[] = ["Created", "Queued", "InProgress"];
/** AWS's model has them, and the filter's documentation has not. */
const PERHAPS: readonly DeploymentStatus[] = ["Baking", "Ready"];

/** Asked of each Region once, and again by `refresh`. */
export const ONCE = {
  retry: false,
  retryOnMount: false,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  staleTime: STALE_AFTER_MS,
} as const;

/** What runs and what has failed in these Regions: two lists and up to two requests for what they name, for each. */
export function useAccountActivity(regions: readonly string[]): {
  answers: RegionAnswer<RegionActivity>[];
  refresh: () => Promise<unknown>;
} {
  const { codeDeploy } = useAws();
  const results = useQueries({
    queries: regions.map((region) => ({
      queryKey: ["account-activity", region],
      queryFn: ({ signal }: { signal: AbortSignal }) => readActivity(codeDeploy, region, Date.now(), signal),
      ...ONCE,
    })),
  });
  return {
    answers: results.map((result, place) => regionAnswer(regions[place] ?? "", result)),
    refresh: () => Promise.all(results.map(({ refetch }) => refetch())),
  };
}

/** One Region's result of a query, whose failures are AppErrors. Without a network nothing is asked, so nothing fails. */
export function regionAnswer<Answer>(
  region: string,
  { data, error, fetchStatus }: { data: Answer | undefined; error: unknown; fetchStatus: string },
): RegionAnswer<Answer> {
  if (fetchStatus === "paused") return { region, answer: data, error: new AppError("network") };
  if (error === null) return { region, answer: data, error: undefined };
  const known = error instanceof AppError ? error : new AppError("unknown", { cause: error });
  return { region, answer: data, error: known };
}

/** @param nowMs the present (epoch ms) */
async function readActivity(
  codeDeploy: CodeDeploy,
  region: string,
  nowMs: number,
  signal: AbortSignal,
): Promise<RegionActivity> {
  const [{ running, unlisted }, failed] = await Promise.all([
    listRunning(codeDeploy, region, signal),
    codeDeploy.listDeployments({ region, statuses: ["Failed"], createdFromMs: nowMs - DAY_MS }, signal),
  ]);
  const read = async (ids: readonly string[], listedAs: Deployment): Promise<Listed[]> => {
    const shown = ids.slice(0, MOST);
    const known = await readIfAllowed(codeDeploy, region, shown, signal);
    const byId = new Map(known.map((deployment) => [deployment.deploymentId, deployment]));
    return shown
      .map((deploymentId) => named(deploymentId, byId.get(deploymentId) ?? listedAs))
      .toSorted((one, other) => (other.createTime ?? 0) - (one.createTime ?? 0));
  };
  const [runningOnes, failedOnes] = await Promise.all([
    read(running.items, {}),
    read(failed.items, { status: "Failed" }),
  ]);
  const hasMore = [running, failed].some(
    ({ items, nextToken }) => items.length > MOST || nextToken !== undefined,
  );
  return { region, running: runningOnes, failed: failedOnes, hasMore, unlisted, readAtMs: nowMs };
}

function named(deploymentId: string, known: Deployment): Listed {
  return { ...known, deploymentId };
}

/** Those that have not ended; of all such statuses where AWS takes them, else of those that it documents. */
async function listRunning(codeDeploy: CodeDeploy, region: string, signal: AbortSignal) {
  const list = (statuses: readonly DeploymentStatus[]) =>
    codeDeploy.listDeployments({ region, statuses }, signal);
  try {
    return { running: await list([...NOT_ENDED, ...PERHAPS]), unlisted: [] };
  } catch (error) {
    if (!(error instanceof AppError) || error.awsCode !== "InvalidDeploymentStatusException") throw error;
    return { running: await list(NOT_ENDED), unlisted: PERHAPS };
  }
}

/** Nothing where the role may list deployments and not read them. */
async function readIfAllowed(
  codeDeploy: CodeDeploy,
  region: string,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<Deployment[]> {
  try {
    return await readDeployments(codeDeploy, region, ids, signal);
  } catch (error) {
    if (error instanceof AppError && error.kind === "access-denied") return [];
    throw error;
  }
}
