import type { Deployment } from "../deployment/deployment.ts";
import { moment } from "../deployment/timing.ts";
import { totalMs } from "./group-figures.ts";

/** A deployment in a chart of durations. */
export interface ChartPoint {
  deploymentId: string;
  status: string | undefined;
  /** In epoch milliseconds. */
  createdMs: number;
  lengthMs: number;
}

/** A chart as small as this one has no room for more. */
const MOST = 100;

/** The newest deployments that have ended and of which AWS says how long they took, oldest first; 100 at most. */
export function durationPoints(deployments: readonly Deployment[]): ChartPoint[] {
  const points = deployments.flatMap((deployment): ChartPoint[] => {
    const { deploymentId, status } = deployment;
    const createdMs = moment(deployment.createTime);
    const lengthMs = totalMs(deployment);
    if (deploymentId === undefined || createdMs === undefined || lengthMs === undefined) return [];
    return [{ deploymentId, status, createdMs, lengthMs }];
  });
  return points.toSorted((one, other) => one.createdMs - other.createdMs).slice(-MOST);
}
