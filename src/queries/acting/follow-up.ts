import { useEffect } from "react";
import type { DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import { useActing } from "./acting.ts";

const FOLLOW_UP_MS = 5_000;
const MAX_FOLLOW_UPS = 10;

/**
 * Reads the deployment again now and then, as long as something is awaited that its own polling is too slow for: AWS names a
 * rollback some time after the status that it follows from.
 *
 * @param awaited tells what is awaited from what was before; nothing where absent
 * @see https://github.com/kayac/ecspresso (rollback.go), which tries ten times
 */
export function useFollowUp(ref: DeploymentRef, awaited: string | undefined): void {
  const { readAgain } = useActing(ref);
  useEffect(() => {
    if (awaited === undefined) return;
    let left = MAX_FOLLOW_UPS;
    const timer = setInterval(() => {
      left -= 1;
      readAgain();
      if (left === 0) clearInterval(timer);
    }, FOLLOW_UP_MS);
    return () => clearInterval(timer);
  }, [readAgain, awaited]);
}
