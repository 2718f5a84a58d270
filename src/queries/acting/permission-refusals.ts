import type { ActionFailure } from "../../codedeploy/actions/action-outcome.ts";
import type { ActionKind } from "../../codedeploy/actions/action.ts";
import { ACTION_PERMISSIONS, canBeNarrowed } from "../../codedeploy/actions/action.ts";
import type { DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import { allRecords } from "./action-records.ts";
import { useDeployments } from "../deployments-context.ts";

/** Permissions change; after so long, it is not known any more. */
const REMEMBERED_MS = 24 * 3_600_000;

/** The refusals that this browser remembers, by action. There is no way to ask beforehand: AWS has no trial run of an action. */
export function usePermissionRefusals(ref: DeploymentRef): (kind: ActionKind) => ActionFailure | undefined {
  const { account } = useDeployments();
  return (kind) => rememberedRefusal(account, ref, kind);
}

/**
 * AWS's refusal of the permission that an action needs, where it is the last that this browser heard about that permission in
 * the Region.
 *
 * @param account whose role it is
 */
export function rememberedRefusal(
  account: string,
  { region, deploymentId }: DeploymentRef,
  kind: ActionKind,
): ActionFailure | undefined {
  // What can be narrowed to groups may be allowed elsewhere.
  const names = canBeNarrowed(ACTION_PERMISSIONS[kind]) ? `${region}/${deploymentId}` : `${region}/`;
  const heard = allRecords(`${account} ${names}`, Date.now() - REMEMBERED_MS).filter(
    ({ kind: other, outcome }) =>
      ACTION_PERMISSIONS[other] === ACTION_PERMISSIONS[kind] && outcome !== undefined,
  );
  const last = heard.toSorted((one, other) => one.atMs - other.atMs).at(-1)?.outcome;
  return last?.state === "refused" && last.failure.kind === "access-denied" ? last.failure : undefined;
}
