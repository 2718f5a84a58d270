import type { CodeDeploy } from "../../aws/codedeploy/code-deploy.ts";
import type { Deployment, DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import type { TargetList } from "../../codedeploy/targets/target-list.ts";
import type { RequestSlots } from "./request-slots.ts";
import type { ListMark } from "./target-plan.ts";

/** What outlives a refresh. */
export interface TargetsState {
  list: TargetList;
  /** What GetDeployment said when the ids were last listed to the end. */
  listedAt: ListMark | undefined;
  /** Targets that will not change any more. */
  settled: Set<string>;
  /** Listed, but left out of the answer. Asked again only after a listing that names them. */
  missing: Set<string>;
}

/** All that a refresh works with. */
export interface TargetsContext {
  codeDeploy: CodeDeploy;
  ref: DeploymentRef;
  signal: AbortSignal;
  slots: RequestSlots;
  state: TargetsState;
  /** The latest answer of GetDeployment; absent before the first. */
  deployment(): Deployment | undefined;
  /** The targets that somebody looks at, to be asked for before others. */
  onScreen(): readonly string[];
  /** Shows each change at once: a fleet takes many requests. */
  publish: (list: TargetList) => void;
}

/** Whether a target is to be asked for with the next refresh. */
export function isOpen({ settled, missing }: TargetsState, id: string): boolean {
  return !settled.has(id) && !missing.has(id);
}

/** Takes a changed list over and publishes it; throws when the refresh was aborted meanwhile. */
export function show({ state, publish, signal }: TargetsContext, list: TargetList): void {
  signal.throwIfAborted();
  if (list === state.list) return;
  state.list = list;
  publish(list);
}
