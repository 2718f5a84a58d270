import type { CodeDeploy } from "../../aws/codedeploy/operations.ts";
import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import { isFinished } from "../../codedeploy/deployment/status.ts";
import type { GroupRef, ListPage } from "../../codedeploy/group/deployment-group.ts";
import type { ListFilter } from "../../codedeploy/group/list-filter.ts";
import { DOCUMENTED_STATUSES } from "../../codedeploy/group/list-filter.ts";
import { AppError } from "../../errors/app-error.ts";

/** So many deployments are read at once: two requests after that for the list. */
const PAGE = 50;
/** So many does BatchGetDeployments take. */
const BATCH = 25;

/** Where the reading of a list has come to. */
export interface ListPlace {
  /** Ids that were listed and not read. */
  unread: readonly string[];
  nextToken: string | undefined;
}

/** A part of a group's list, as it was read. */
export interface ListedPage extends ListPlace {
  ids: readonly string[];
  deployments: readonly Deployment[];
  /** Why the ids alone are known. */
  refusal?: AppError;
  /** Statuses that were wanted, and by which AWS has refused to list. */
  unlisted?: readonly string[];
}

/** Where the reading of a list begins. */
export const LIST_START: ListPlace = { unread: [], nextToken: undefined };

/** Where the page after this one begins; `undefined` at the end of the list. */
export function nextPlace({ unread, nextToken }: ListPlace): ListPlace | undefined {
  return unread.length > 0 || nextToken !== undefined ? { unread, nextToken } : undefined;
}

/** The next fifty deployments of a group: a request for the list where none is left from before, and one for each 25. */
export async function readPage(
  codeDeploy: CodeDeploy,
  group: GroupRef,
  filter: ListFilter,
  from: ListPlace,
  signal: AbortSignal,
): Promise<ListedPage> {
  let { unread, nextToken } = from;
  let unlisted: readonly string[] = [];
  if (from === LIST_START || (unread.length < PAGE && nextToken !== undefined)) {
    const page = await listInGroup(codeDeploy, group, filter, nextToken, signal);
    unread = [...unread, ...page.items];
    nextToken = page.nextToken;
    unlisted = page.unlisted;
  }
  const ids = unread.slice(0, PAGE);
  const page = { ids, unread: unread.slice(PAGE), nextToken, ...(unlisted.length > 0 && { unlisted }) };
  try {
    return { ...page, deployments: await readDeployments(codeDeploy, group.region, ids, signal) };
  } catch (error) {
    if (error instanceof AppError && error.kind === "access-denied") {
      return { ...page, deployments: [], refusal: error };
    }
    throw error;
  }
}

/** One page of AWS's list, without the statuses that AWS refuses to filter by. */
async function listInGroup(
  codeDeploy: CodeDeploy,
  { region, applicationName, deploymentGroupName }: GroupRef,
  { statuses, withinMs }: ListFilter,
  nextToken: string | undefined,
  signal: AbortSignal,
): Promise<ListPage & { unlisted: readonly string[] }> {
  const list = (wanted: ListFilter["statuses"]) =>
    codeDeploy.listDeployments(
      {
        region,
        applicationName,
        deploymentGroupName,
        ...(wanted && { statuses: wanted }),
        ...(withinMs !== undefined && { createdFromMs: Date.now() - withinMs }),
        nextToken,
      },
      signal,
    );
  try {
    return { ...(await list(statuses)), unlisted: [] };
  } catch (error) {
    const documented = statuses?.filter((status) => DOCUMENTED_STATUSES.includes(status));
    const isRefused = error instanceof AppError && error.awsCode === "InvalidDeploymentStatusException";
    if (!isRefused || !documented || documented.length === statuses?.length) throw error;
    const unlisted = statuses?.filter((status) => !documented.includes(status)) ?? [];
    return { ...(await list(documented)), unlisted };
  }
}

/**
 * What is new in a group since some pages of it were read, with what had not ended then: a request for the list, and one for each
 * 25 deployments.
 *
 * @returns `undefined` where so much is new that some of it may not be in the list's first page
 */
export async function readNewest(
  codeDeploy: CodeDeploy,
  group: GroupRef,
  filter: ListFilter,
  pages: readonly ListedPage[],
  signal: AbortSignal,
): Promise<readonly Deployment[] | undefined> {
  const listed = await listInGroup(codeDeploy, group, filter, undefined, signal);
  const known = new Set(pages.flatMap(({ ids, unread }) => [...ids, ...unread]));
  const fresh = listed.items.filter((id) => !known.has(id));
  if (fresh.length > PAGE || (fresh.length > 0 && fresh.length === listed.items.length)) return undefined;
  const goneOn = pages
    .flatMap(({ deployments }) => deployments)
    .flatMap(({ deploymentId, status }) => (deploymentId && !isFinished(status) ? [deploymentId] : []));
  return readDeployments(codeDeploy, group.region, [...fresh, ...goneOn], signal);
}

/** Pages with deployments that were read after them: in their places where they are there, else in front. */
export function withNewest(
  pages: readonly ListedPage[],
  newest: readonly Deployment[],
): readonly ListedPage[] {
  const byId = new Map(newest.map((deployment) => [deployment.deploymentId ?? "", deployment]));
  const known = new Set(pages.flatMap(({ ids }) => ids));
  const fresh = [...byId].filter(([id]) => !known.has(id));
  return pages.map((page, place) => {
    const deployments = page.deployments.map((old) => byId.get(old.deploymentId ?? "") ?? old);
    if (place > 0) return { ...page, deployments };
    return {
      ...page,
      ids: [...fresh.map(([id]) => id), ...page.ids],
      deployments: [...fresh.map(([, deployment]) => deployment), ...deployments],
    };
  });
}

/** All deployments of some pages, newest first: AWS documents no order. */
export function newestFirst(pages: readonly ListedPage[]): Deployment[] {
  const all = pages.flatMap(({ deployments }) => deployments);
  return all.toSorted((one, other) => (other.createTime ?? 0) - (one.createTime ?? 0));
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
  return (await Promise.all(found)).flat().map(({ deployment }) => deployment);
}
