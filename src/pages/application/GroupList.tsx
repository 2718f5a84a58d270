import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import type { ApplicationRef, DeploymentGroup } from "../../codedeploy/group/deployment-group.ts";
import { usePrinting } from "../../ui/printing.ts";
import { useRowWindow } from "../../ui/rows/row-window.ts";
import { GroupRow } from "./GroupRow.tsx";

/** As tall as a row in {@link GroupRow}'s markup. */
const ROW_PX = 80;
/** More than this are not all drawn. */
const MOST_DRAWN = 100;
const VISIBLE_ROWS = 10;

interface GroupListProps {
  application: ApplicationRef;
  groups: readonly { name: string; group: DeploymentGroup | undefined }[];
  /** The latest answers about what runs. */
  live: ReadonlyMap<string, Deployment>;
}

/** The groups of an application, a row each. */
export function GroupList({ application, groups, live }: GroupListProps) {
  const count = groups.length;
  const isPrinting = usePrinting();
  const isWindowed = count > MOST_DRAWN && !isPrinting;
  const { regionRef, onScroll, ...rows } = useRowWindow<HTMLDivElement>(
    count,
    ROW_PX,
    isWindowed ? VISIBLE_ROWS : count,
  );
  const { first, end } = isWindowed ? rows : { first: 0, end: count };
  return (
    <div
      ref={regionRef}
      onScroll={onScroll}
      className="relative overflow-y-auto print:max-h-none! print:overflow-visible"
      style={isWindowed ? { maxHeight: `${VISIBLE_ROWS * ROW_PX}px` } : undefined}
    >
      <ul
        aria-label="Deployment groups by name"
        style={{ paddingTop: first * ROW_PX, paddingBottom: (count - end) * ROW_PX }}
      >
        {groups.slice(first, end).map(({ name, group }, index) => (
          <GroupRow
            key={name}
            application={application}
            name={name}
            group={group}
            live={live}
            place={first + index}
            count={count}
          />
        ))}
      </ul>
    </div>
  );
}
