import type { Address } from "../../app/address.ts";
import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import type { ListFilter } from "../../codedeploy/group/list-filter.ts";
import { listFilter, unlistedWords } from "../../codedeploy/group/list-filter.ts";
import type { AppError } from "../../errors/app-error.ts";
import type { GroupFigures } from "../../codedeploy/group/group-figures.ts";
import { formatCount, formatCountOf } from "../../format/counts.ts";
import { formatDuration } from "../../format/duration.ts";
import type { GroupList } from "../../queries/lists/group-list.ts";
import { Button } from "../../ui/Button.tsx";
import { Card, Skeleton } from "../../ui/Card.tsx";
import { PartFault } from "../faults/PartFault.tsx";
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
  const { region } = address;
  const { ids, undescribed, refusal, unlisted, hasMore, isReading, readMore, moreError } = list;
  const choice = useCompareChoice();
  const filter = listFilter(address.filter);
  return (
    <Card
      title="Deployments"
      aside={
        deployments.length > 0 && (
          <Figures figures={figures} count={deployments.length} isWhole={filter.statuses === undefined} />
        )
      }
    >
      <div className="space-y-3">
        <GroupFilters address={address} />
        {!ids && (
          <div aria-busy>
            <p className="sr-only">Loading the deployments…</p>
            <Skeleton className="h-64" />
          </div>
        )}
        {ids?.length === 0 && <p>{emptyWords(filter, hasMore)}</p>}
        {unlisted.length > 0 && <p className="text-muted">{unlistedWords(unlisted)}</p>}
        {deployments.length > 1 && <CompareBar region={region} choice={choice} />}
        {deployments.length > 0 && (
          <div className="-mx-4 border-t border-line">
            <DeploymentList region={region} deployments={deployments} scale={figures} choice={choice} />
          </div>
        )}
        {undescribed.length > 0 && <Undescribed region={region} ids={undescribed} refusal={refusal} />}
        {deployments.length > 1 && (
          <p className="text-xs text-muted max-sm:hidden print:hidden">
            <kbd>j</kbd> and <kbd>k</kbd> lead from one to the next, <kbd>Enter</kbd> opens it.
          </p>
        )}
        <PartFault title="No more deployments were read" error={moreError} region={region} />
        {hasMore && (
          <Button aria-disabled={isReading} onClick={isReading ? undefined : () => void readMore()}>
            {isReading ? "Reading…" : "Show up to 50 more"}
          </Button>
        )}
      </div>
    </Card>
  );
}

/** What to say where AWS has listed nothing. */
function emptyWords(filter: ListFilter, hasMore: boolean): string {
  if (hasMore) return "AWS has listed no deployment so far.";
  return Object.keys(filter).length > 0
    ? "AWS lists no deployment of this group that fits."
    : "AWS lists no deployment of this group.";
}

interface UndescribedProps {
  region: string;
  ids: readonly string[];
  refusal: AppError | undefined;
}

/** Deployments of which only the ids are known, and why. */
function Undescribed({ region, ids, refusal }: UndescribedProps) {
  const title = `Only the id is known of ${formatCountOf(ids.length, "deployment")}`;
  return (
    <div className="space-y-2">
      {refusal ? (
        <PartFault title={title} error={refusal} region={region} />
      ) : (
        <p>{title}: AWS lists more than it describes, for example what was deleted in between.</p>
      )}
      <ul aria-label={title} className="columns-2">
        {ids.map((id) => (
          <li key={id}>
            <DeploymentLink region={region} deploymentId={id} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface FiguresProps {
  figures: GroupFigures;
  count: number;
  /** Whether deployments of every status were asked for: else a share of them says nothing. */
  isWhole: boolean;
}

/** What the deployments say together; nothing before one has ended. */
function Figures({ figures: { ended, succeeded, rollbacks, usualMs }, count, isWhole }: FiguresProps) {
  return (
    <p className="text-xs text-muted tabular-nums">
      {isWhole && ended > 0 && (
        <>
          {formatCount(succeeded)} of {formatCount(ended)} succeeded ({Math.floor((100 * succeeded) / ended)}
          %)
          {rollbacks > 0 && ", without rollbacks"}
          {usualMs !== undefined && <>, usually in {formatDuration(usualMs)}</>} ·{" "}
        </>
      )}
      {formatCount(count)} read
    </p>
  );
}
