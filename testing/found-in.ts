import { findDeployments } from "../src/codedeploy/find/find-deployments.ts";

/**
 * What a pasted text leads to, short: `eu-west-1/d-…` for each deployment, `d-…` without a Region, `~eu-west-1/d-…`
 * where the Region is only named somewhere, and ` rolled back d-…` behind it; `list eu-west-1 application group` for a page that
 * lists deployments; or why there is none.
 */
export function foundIn(text: string): string[] | string {
  const result = findDeployments(text);
  if (result.kind === "nothing") return result.fault;
  if (result.kind === "lists") {
    return result.lists.map(({ region = "", applicationName, deploymentGroupName }) =>
      ["list", region, applicationName, deploymentGroupName].filter(Boolean).join(" "),
    );
  }
  return result.deployments.map(({ deploymentId, region, isRegionSure, rollbackOf }) => {
    const place = region === undefined ? "" : `${isRegionSure ? "" : "~"}${region}/`;
    return `${place}${deploymentId}${rollbackOf === undefined ? "" : ` rolled back ${rollbackOf}`}`;
  });
}
