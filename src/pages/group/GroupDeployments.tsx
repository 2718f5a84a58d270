import type { Address } from "../../app/pages.ts";
import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import type { GroupFigures } from "../../codedeploy/group/group-figures.ts";
import { formatCount } from "../../format/counts.ts";
import { formatDuration } from "../../format/duration.ts";
import type { GroupList } from "../../queries/group-list.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { PartFault } from "../faults/ListFault.tsx";
import { DeploymentLink } from "../frame/Link.tsx";
import { CompareBar, useCompareChoice } from "./CompareChoice.tsx";
import { DeploymentList } from "./DeploymentList.tsx";
import { GroupFilters } from "./GroupFilters.tsx";

interface GroupDeploymentsProps {
  address: Extract<Address, { page: "group" }>;
  list: GroupList;
  /** What `list` has, up to date. */
  deployments: readonly Deployment[];
  figures: GroupFigures;
}

/** The group's deployments, newest first, as far as they have been read. */
export function GroupDeployments({ address, list, deployments, figures }: GroupDeploymentsProps) {
  const { region, filter } = address;
  const { ids = [], refusal, hasMore, isReading, readMore } = list;
  const choice = useCompareChoice();
  return (
    <Card
      title="Deployments"
      aside={
        !refusal && (
          <Figures figures={figures} count={deployments.length} isWhole={filter?.status === undefined} />
        )
      }
    >
      <div className="space-y-3">
        <GroupFilters address={address} />
        {refusal && <PartFault title="Only the deployments’ ids are known" error={refusal} region={region} />}
        {ids.length === 0 && (
          <p>
            {filter
              ? "AWS lists no deployment of this group that fits."
              : "This group has no deployment yet."}
          </p>
        )}
        {refusal ? (
          <ul className="columns-2">
            {ids.map((id) => (
              <li key={id}>
                <DeploymentLink region={region} deploymentId={id} />
              </li>
            ))}
          </ul>
        ) : (
          <>
            {deployments.length > 1 && <CompareBar region={region} choice={choice} />}
            <div className="-mx-4 border-t border-line">
              <DeploymentList region={region} deployments={deployments} scale={figures} choice={choice} />
            </div>
          </>
        )}
        {deployments.length > 1 && (
          <p className="text-xs text-muted max-sm:hidden print:hidden">
            <kbd>j</kbd> and <kbd>k</kbd> lead from one to the next, <kbd>Enter</kbd> opens it.
          </p>
        )}
        {hasMore && (
          <Button aria-disabled={isReading} onClick={isReading ? undefined : () => void readMore()}>
            {isReading ? "Reading…" : "Show 50 more"}
          </Button>
        )}
      </div>
    </Card>
  );
}

interface FiguresProps {
  figures: GroupFigures;
  count: number;
  /** Whether deployments of every status were asked for: else a share of them says nothing. */
  isWhole: boolean;
}

/** What the deployments say together; nothing before one has ended. */
function Figures({ figures: { ended, succeeded, usualMs }, count, isWhole }: FiguresProps) {
  return (
    <p className="text-xs text-muted tabular-nums" title="Rollbacks are left out">
      {isWhole && ended > 0 && (
        <>
          {formatCount(succeeded)} of {formatCount(ended)} succeeded ({Math.floor((100 * succeeded) / ended)}
          %)
          {usualMs !== undefined && <>, usually in {formatDuration(usualMs)}</>} ·{" "}
        </>
      )}
      {formatCount(count)} read
    </p>
  );
}
