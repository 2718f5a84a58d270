import { isBeforeStart } from "../codedeploy/deployment/status.ts";
import { isRecord } from "../values/is-record.ts";
import type { Address } from "./address.ts";

/** Where the deployments that were seen last are kept; `src/pages/home/recent-deployments.ts` writes it. */
const RECENT = "deploywatch.recent";

/**
 * Whether the deployment of an address is known to have started, before AWS is asked: the address names one of its targets,
 * or this browser saw it started. Then AWS does not refuse to list its targets.
 */
export function isKnownToHaveStarted(address: Address): boolean {
  if (address.page !== "deployment") return false;
  const { region, deploymentId, targets } = address;
  if (targets?.target !== undefined) return true;
  return recent().some(
    (seen) =>
      isRecord(seen) &&
      seen["deploymentId"] === deploymentId &&
      seen["region"] === region &&
      typeof seen["status"] === "string" &&
      !isBeforeStart(seen["status"]),
  );
}

/** What is stored; perhaps by another version, or by hand. */
function recent(): unknown[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(RECENT) ?? "[]");
    return Array.isArray(stored) ? stored : [];
  } catch {
    return [];
  }
}
