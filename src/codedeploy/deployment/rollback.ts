import { isRollbackCreator } from "./creator.ts";
import type { Deployment } from "./deployment.ts";

/** How the deployment takes part in a rollback. A rollback is a deployment of its own, with its own id. */
export interface Rollback {
  /** This deployment was started to undo another one. */
  isRollback: boolean;
  /** The deployment that this one undoes. */
  undoesId: string | undefined;
  /** The deployment that undoes this one. */
  undoneById: string | undefined;
  /** AWS's words about it; on a rollback that could not be started they may be all there is. */
  message: string | undefined;
}

/** What `rollbackInfo` and the creator say, in both directions; `undefined` for no rollback, which AWS sends as `{}` too. */
export function rollback({ rollbackInfo, creator }: Deployment): Rollback | undefined {
  const undoesId = rollbackInfo?.rollbackTriggeringDeploymentId || undefined;
  const undoneById = rollbackInfo?.rollbackDeploymentId || undefined;
  const message = rollbackInfo?.rollbackMessage || undefined;
  const isRollback = undoesId !== undefined || isRollbackCreator(creator);
  if (!isRollback && undoneById === undefined && message === undefined) return undefined;
  return { isRollback, undoesId, undoneById, message };
}
