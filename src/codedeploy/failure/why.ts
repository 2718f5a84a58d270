import type { Aftermath } from "./aftermath.ts";
import { aftermath } from "./aftermath.ts";
import type { Deployment } from "../deployment/deployment.ts";
import type { FailureCause } from "./failure-cause.ts";
import { failureCause } from "./failure-cause.ts";
import type { Rollback, RollbackOutlook } from "../deployment/rollback.ts";
import { rollback, rollbackOutlook } from "../deployment/rollback.ts";
import { statusMessages } from "./status-message.ts";

/** All that GetDeployment tells about what went wrong. */
export interface Why {
  cause: FailureCause | undefined;
  /** AWS's own words about the error. */
  message: string | undefined;
  code: string | undefined;
  statusMessages: string[];
  rollback: Rollback | undefined;
  outlook: RollbackOutlook | undefined;
  aftermath: Aftermath | undefined;
}

/** What went wrong and what was done about it; `undefined` when there is nothing to explain. */
export function why(deployment: Deployment): Why | undefined {
  const { code, message } = deployment.errorInformation ?? {};
  const found: Why = {
    cause: failureCause(deployment),
    message: message || undefined,
    code: code || undefined,
    statusMessages: statusMessages(deployment),
    rollback: rollback(deployment),
    outlook: rollbackOutlook(deployment),
    aftermath: aftermath(deployment),
  };
  const isAnything = found.cause ?? found.message ?? found.rollback ?? found.statusMessages[0];
  return isAnything === undefined ? undefined : found;
}
