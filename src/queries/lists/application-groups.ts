import type { QueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Aws } from "../../aws/aws.ts";
import type { CodeDeploy } from "../../aws/codedeploy/operations.ts";
import type { ApplicationRef, DeploymentGroup } from "../../codedeploy/group/deployment-group.ts";
import { AppError } from "../../errors/app-error.ts";
import { useAws } from "../deployments-context.ts";
import { eachPage } from "../each-page.ts";
import type { ListPages, PagedList } from "./list-pages.ts";
import { prefetchList, useListPages } from "./list-pages.ts";

/** So many does BatchGetDeploymentGroups take. */
const BATCH = 100;

interface GroupsPage {
  names: string[];
  groups: DeploymentGroup[];
  /** Why the names alone are known. */
  refusal?: AppError;
  nextToken: string | undefined;
}

/** The groups of an application as far as they have been read. */
export interface ApplicationGroups extends Omit<ListPages<GroupsPage>, "pages"> {
  /** In alphabetical order; `undefined` before the first answer. A group without `group` is known by its name alone. */
  groups: readonly { name: string; group: DeploymentGroup | undefined }[] | undefined;
  /** Why only names are known. */
  refusal: AppError | undefined;
}

/** The groups of an application, as they are today: two requests for up to 100 of them, and nothing by itself. */
function groupsPages(codeDeploy: CodeDeploy, application: ApplicationRef): PagedList<GroupsPage, string> {
  const read = (from: string | undefined, signal: AbortSignal) =>
    readPage(codeDeploy, application, from, signal);
  return {
    key: ["application-groups", application.region, application.applicationName],
    read,
    next: ({ nextToken }) => nextToken,
    async readAnew(before, signal) {
      const all: GroupsPage[] = [];
      const pages = eachPage((from) => read(from, signal), before.length);
      for await (const page of pages) all.push(page);
      return all;
    },
  };
}

/** The list of {@link groupsPages}, for a view. */
export function useApplicationGroups(application: ApplicationRef): ApplicationGroups {
  const { pages, ...list } = useListPages(groupsPages(useAws().codeDeploy, application));
  const groups = useMemo(() => pages && merged(pages), [pages]);
  return { ...list, groups, refusal: pages?.find(({ refusal }) => refusal)?.refusal };
}

/** Asks for what an application's page shows first, ahead of the page. Never rejects. */
export function askForApplication(
  { codeDeploy }: Aws,
  client: QueryClient,
  application: ApplicationRef,
): Promise<void> {
  return prefetchList(client, groupsPages(codeDeploy, application));
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
