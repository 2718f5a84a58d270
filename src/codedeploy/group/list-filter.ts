import type { DeploymentStatus } from "@aws-sdk/client-codedeploy";
import { formatList } from "../../format/list.ts";
import { lookUp } from "../../values/look-up.ts";

/** Which deployments AWS is asked for, by what the address says. */
const STATUS_FILTERS: Readonly<Record<string, readonly DeploymentStatus[]>> = {
  running: ["Created", "Queued", "InProgress", "Baking", "Ready"],
  succeeded: ["Succeeded"],
  failed: ["Failed"],
  stopped: ["Stopped"],
};

/**
 * The statuses that AWS's text names for the filter. Its list of values has others as well; where it refuses those, these are
 * left.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ListDeployments.html
 */
export const DOCUMENTED_STATUSES: readonly string[] = [
  "Created",
  "Queued",
  "InProgress",
  "Succeeded",
  "Failed",
  "Stopped",
];

/**
 * What to say where AWS has refused to list by some statuses, so that it was asked for the others alone.
 *
 * @param statuses as AWS names them
 */
export function unlistedWords(statuses: readonly string[]): string {
  return `AWS does not list by the statuses ${formatList(statuses, "and")}: deployments with these may be missing here.`;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How far back, in milliseconds, by what the address says. */
const TIME_FILTERS: Readonly<Record<string, number>> = {
  "24h": DAY_MS,
  "7d": 7 * DAY_MS,
  "30d": 30 * DAY_MS,
};

/** Which deployments of a group to ask for. A member that is absent leaves out nothing. */
export interface ListFilter {
  statuses?: readonly DeploymentStatus[];
  /** Only deployments of the last so many milliseconds. */
  withinMs?: number;
}

/** The filter that an address names; what nobody knows leaves out nothing. */
export function listFilter({ status, since }: { status?: string; since?: string } = {}): ListFilter {
  const statuses = lookUp(STATUS_FILTERS, status);
  const withinMs = lookUp(TIME_FILTERS, since);
  return { ...(statuses && { statuses }), ...(withinMs !== undefined && { withinMs }) };
}
