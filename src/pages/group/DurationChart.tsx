import { useState } from "react";
import { statusFacts } from "../../codedeploy/deployment/status.ts";
import type { ChartPoint } from "../../codedeploy/group/duration-points.ts";
import { formatClock } from "../../format/date-time.ts";
import { formatDuration } from "../../format/duration.ts";
import { visibleText } from "../../format/text.ts";
import { useNow, useTimeZone } from "../../ui/clock.ts";
import { Card } from "../../ui/Card.tsx";
import { ScrollRegion } from "../../ui/ScrollRegion.tsx";
import { Timestamp } from "../../ui/time.tsx";
import { DeploymentLink } from "../frame/Link.tsx";
import { TONE_TEXT } from "../frame/StatusIcon.tsx";

const WIDTH = 320;
const HEIGHT = 100;
const EDGE = 6;

interface DurationChartProps {
  region: string;
  /** Oldest first; two at least. */
  points: readonly ChartPoint[];
  usualMs: number | undefined;
}

/** How long deployments took, over the time when they were created; the same as a table for who reads it so. */
export function DurationChart({ region, points, usualMs }: DurationChartProps) {
  const [isTable, setTable] = useState(false);
  const longestMs = Math.max(...points.map(({ lengthMs }) => lengthMs), usualMs ?? 0, 1);
  const fromMs = points[0]?.createdMs ?? 0;
  const untilMs = points.at(-1)?.createdMs ?? 0;
  const x = (atMs: number) => EDGE + ((WIDTH - 2 * EDGE) * (atMs - fromMs)) / Math.max(1, untilMs - fromMs);
  const y = (lengthMs: number) => HEIGHT - EDGE - ((HEIGHT - 2 * EDGE) * lengthMs) / longestMs;
  return (
    <Card title="Durations">
      <svg aria-hidden viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="w-full">
        <path
          d={`M${EDGE} ${HEIGHT - EDGE}H${WIDTH - EDGE}`}
          className="stroke-edge"
          vectorEffect="non-scaling-stroke"
        />
        {usualMs !== undefined && (
          <path
            d={`M${EDGE} ${y(usualMs)}H${WIDTH - EDGE}`}
            strokeDasharray="4 3"
            className="stroke-edge"
            vectorEffect="non-scaling-stroke"
          />
        )}
        {points.map(({ deploymentId, createdMs, lengthMs, status }) => (
          <path
            key={deploymentId}
            d={markAt(x(createdMs), y(lengthMs), status)}
            className={`fill-none stroke-current ${isPoint(status) ? "stroke-5" : "stroke-2"} ${TONE_TEXT[statusFacts(status).tone]}`}
            strokeLinecap="round"
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      <ChartEnds fromMs={fromMs} untilMs={untilMs} />
      <p className="text-xs text-muted">
        Highest: {formatDuration(longestMs)}
        {usualMs !== undefined && <>; the broken line is the usual {formatDuration(usualMs)}</>}. A cross has
        failed, a square was stopped.
      </p>
      <details className="mt-2" onToggle={(event) => setTable(event.currentTarget.open)}>
        <summary className="inline-flex min-h-6 items-center">As a table</summary>
        {isTable && (
          <ScrollRegion name="Durations as a table" className="max-h-80">
            <table className="w-full text-left text-xs">
              <thead>
                <tr>
                  <th scope="col" className="pr-3">
                    Created
                  </th>
                  <th scope="col" className="pr-3">
                    Deployment
                  </th>
                  <th scope="col" className="pr-3">
                    Status
                  </th>
                  <th scope="col">Duration</th>
                </tr>
              </thead>
              <tbody>
                {points.toReversed().map(({ deploymentId, createdMs, lengthMs, status }) => (
                  <tr key={deploymentId}>
                    <td className="pr-3 whitespace-nowrap">
                      <Timestamp atMs={createdMs} />
                    </td>
                    <td className="pr-3">
                      <DeploymentLink region={region} deploymentId={deploymentId} />
                    </td>
                    <td className="pr-3">{visibleText(statusFacts(status).word)}</td>
                    <td className="tabular-nums">{formatDuration(lengthMs)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        )}
      </details>
    </Card>
  );
}

/** A leaf of its own, since it looks at the clock. */
function ChartEnds({ fromMs, untilMs }: { fromMs: number; untilMs: number }) {
  const zone = useTimeZone();
  const nowMs = useNow();
  return (
    <p className="flex justify-between gap-4 text-xs text-muted tabular-nums">
      <span>{formatClock(fromMs, nowMs, zone)}</span>
      <span>{formatClock(untilMs, nowMs, zone)}</span>
    </p>
  );
}

function isPoint(status: string | undefined): boolean {
  return status !== "Failed" && status !== "Stopped";
}

/** A shape of its own for each end: a point, a cross for a failure, a square for a stop. */
function markAt(x: number, y: number, status: string | undefined): string {
  if (status === "Failed") return `M${x - 2.5} ${y - 2.5}l5 5m0 -5l-5 5`;
  if (status === "Stopped") return `M${x - 2} ${y - 2}h4v4h-4z`;
  return `M${x} ${y}h0.01`;
}
