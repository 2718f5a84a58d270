import type { Address, ViewState } from "../../app/address.ts";
import type { ListRef } from "../../codedeploy/find/deployment-search.ts";

/** The page of an application or of one of its groups. */
export function listAddress(list: ListRef, view: ViewState): Address {
  const { region, applicationName, deploymentGroupName } = list;
  return deploymentGroupName === undefined
    ? { page: "application", region, applicationName, view }
    : { page: "group", region, applicationName, deploymentGroupName, view };
}
