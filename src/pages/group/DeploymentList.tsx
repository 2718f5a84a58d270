import { useMemo } from "react";
import { flushSync } from "react-dom";
import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import { rollbackJoints } from "../../codedeploy/group/rollback-joints.ts";
import { usePrinting } from "../../ui/printing.ts";
import { useRowWindow } from "../../ui/rows/row-window.ts";
import { useStored } from "../../ui/storage.ts";
import { SHORTCUTS_ARE_ON, useShortcuts } from "../frame/shortcuts.ts";
import type { CompareChoice } from "./CompareChoice.tsx";
import { DeploymentRow } from "./DeploymentRow.tsx";
import type { DurationScale } from "./DurationBar.tsx";

/** As tall as a row in {@link DeploymentRow}'s markup. */
const ROW_PX = 64;
/** More than this are not all drawn. */
const MOST_DRAWN = 100;
const VISIBLE_ROWS = 12;

interface DeploymentListProps {
  region: string;
  /** Newest first. */
  deployments: readonly Deployment[];
  scale: DurationScale;
  choice: CompareChoice;
}

/** A group's deployments, a row each; `j` and `k` lead from row to row, Enter opens one. */
export function DeploymentList({ region, deployments, scale, choice }: DeploymentListProps) {
  const count = deployments.length;
  const isPrinting = usePrinting();
  const isWindowed = count > MOST_DRAWN && !isPrinting;
  const { regionRef, onScroll, reveal, ...rows } = useRowWindow<HTMLDivElement>(
    count,
    ROW_PX,
    isWindowed ? VISIBLE_ROWS : count,
  );
  const { first, end } = isWindowed ? rows : { first: 0, end: count };
  const joints = useMemo(() => rollbackJoints(deployments), [deployments]);

  const step = (by: number) => {
    const list = regionRef.current;
    const row = document.activeElement?.closest<HTMLElement>("[data-row]");
    const at = row && list?.contains(row) ? Number(row.dataset["row"]) + by : 0;
    const to = Math.max(0, Math.min(at, count - 1));
    // The row must be drawn before it can be focused.
    flushSync(() => reveal(to));
    list?.querySelector<HTMLElement>(`[data-row="${to}"] a`)?.focus({ focusVisible: true });
  };
  useShortcuts({ j: () => step(1), k: () => step(-1) }, useStored(SHORTCUTS_ARE_ON));

  return (
    <div
      ref={regionRef}
      onScroll={onScroll}
      className="relative overflow-y-auto print:max-h-none! print:overflow-visible"
      style={isWindowed ? { maxHeight: `${VISIBLE_ROWS * ROW_PX}px` } : undefined}
    >
      <ol
        reversed
        aria-label="Deployments, newest first"
        style={{ paddingTop: first * ROW_PX, paddingBottom: (count - end) * ROW_PX }}
      >
        {deployments.slice(first, end).map((deployment, index) => (
          <DeploymentRow
            key={deployment.deploymentId ?? first + index}
            region={region}
            deployment={deployment}
            place={first + index}
            count={count}
            joint={joints[first + index]}
            scale={scale}
            choice={count > 1 ? choice : undefined}
          />
        ))}
      </ol>
    </div>
  );
}
