import { parseAddress } from "../../src/app/pages.ts";
import type { CodeDeploy } from "../../src/aws/codedeploy/operations.ts";
import type { Deployment } from "../../src/codedeploy/deployment/deployment.ts";
import { GroupPage } from "../../src/pages/group/GroupPage.tsx";
import { NAME, NOW_MS, REGION, REGIONS, described, show } from "./list-page.tsx";

/** So many ids of deployments. */
export const ids = (count: number, from = 0) =>
  Array.from({ length: count }, (_, place) => `d-${String(1000 + from + place)}`);
/** A deployment that has succeeded. */
export const succeeded = (deploymentId: string): Deployment => ({
  deploymentId,
  status: "Succeeded",
  createTime: NOW_MS - 3_600_000,
  completeTime: NOW_MS - 3_500_000,
});

/** A group whose list has these ids in one page, unless told otherwise. */
export function group(listed: readonly string[], others: Partial<CodeDeploy> = {}): Partial<CodeDeploy> {
  return {
    listDeployments: async () => ({ items: [...listed], nextToken: undefined }),
    batchGetDeployments: async ({ deploymentIds }) => deploymentIds.map((id) => described(succeeded(id))),
    getDeploymentGroup: async () => ({}),
    ...others,
  };
}

/** Shows the page of a group, of the filter that the query of the address names. */
export async function showGroup(
  answers: Partial<CodeDeploy>,
  query = "",
  others?: Parameters<typeof show>[2],
): Promise<void> {
  history.replaceState(
    null,
    "",
    `/${REGION}/applications/${encodeURIComponent(NAME)}/${encodeURIComponent(NAME)}${query}`,
  );
  const address = parseAddress(location);
  if (address.page !== "group") throw new Error("The address is not of a group.");
  await show(answers, <GroupPage address={address} regions={REGIONS} />, others);
}
