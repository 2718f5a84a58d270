import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import { isFinished } from "../../codedeploy/deployment/status.ts";
import type { TargetList } from "../../codedeploy/targets/target-list.ts";
import { NO_TARGETS } from "../../codedeploy/targets/target-list.ts";
import type { ListMark } from "./target-plan.ts";
import { mustList } from "./target-plan.ts";

/** What outlives a refresh. Other tabs add to `list` and `readAtMs`; all else this tab has from AWS itself. */
export interface TargetsState {
  list: TargetList;
  /** What GetDeployment said when the ids were last listed to the end. */
  listedAt: ListMark | undefined;
  /** Targets that will not change any more, as AWS has told this tab. */
  settled: Set<string>;
  /** Listed, but left out of the answer. Asked again only after a listing that names them. */
  missing: Set<string>;
  /** When the details of each target were last asked for (epoch ms). */
  readAtMs: Map<string, number>;
}

/** The state before anything was asked. */
export function newTargetsState(): TargetsState {
  return {
    list: NO_TARGETS,
    listedAt: undefined,
    settled: new Set(),
    missing: new Set(),
    readAtMs: new Map(),
  };
}

/** Whether an answer about a target may still differ from the last one. */
export function isOpen({ settled, missing }: TargetsState, id: string): boolean {
  return !settled.has(id) && !missing.has(id);
}

/** Whether nothing about the targets is left to ask. */
export function isAtRest(state: TargetsState, deployment: Deployment | undefined): boolean {
  return (
    isFinished(deployment?.status) &&
    !mustList(state.listedAt, state.list.ids.length === 0, deployment) &&
    !state.list.ids.some((id) => isOpen(state, id))
  );
}
