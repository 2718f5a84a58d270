import { comparedEvents, slowerWords } from "../../codedeploy/compare/compared-events.ts";
import type { EventLength } from "../../codedeploy/compare/compared-events.ts";
import { comparedTargets } from "../../codedeploy/compare/compared-targets.ts";
import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import { targetStatusFacts } from "../../codedeploy/targets/target-status.ts";
import { eventName, targetName } from "../../codedeploy/targets/target-words.ts";
import type { Target } from "../../codedeploy/targets/target.ts";
import { formatCount, formatCountOf } from "../../format/counts.ts";
import { formatDuration } from "../../format/duration.ts";
import { visibleText } from "../../format/text.ts";
import { MOST_TARGETS, useComparedTargets } from "../../queries/compared-deployments.ts";
import { Card, Skeleton } from "../../ui/Card.tsx";
import { PartFault } from "../faults/PartFault.tsx";
import { ComparedRow, ComparedTable } from "./ComparedTable.tsx";

interface ComparedTargetCardsProps {
  region: string;
  before: Deployment;
  after: Deployment;
}

/** How long each lifecycle event took in both, and which targets they had. */
export function ComparedTargetCards({ region, before, after }: ComparedTargetCardsProps) {
  const earlier = useComparedTargets({ region, deploymentId: before.deploymentId ?? "" });
  const later = useComparedTargets({ region, deploymentId: after.deploymentId ?? "" });
  const error = earlier.error ?? later.error;
  if (error && !(earlier.read && later.read)) {
    return <PartFault title="Steps and targets are not compared" error={error} region={region} />;
  }
  if (!earlier.read || !later.read) return <Skeleton className="h-64" />;
  const hasMore = earlier.read.hasMore || later.read.hasMore;
  return (
    <>
      <PartFault title="Steps and targets are not up to date" error={error} region={region} />
      <StepsCard before={earlier.read.targets} after={later.read.targets} hasMore={hasMore} />
      <TargetsCard before={earlier.read.targets} after={later.read.targets} hasMore={hasMore} />
    </>
  );
}

interface BothTargets {
  before: readonly Target[];
  after: readonly Target[];
  /** Whether one of both has targets that were not read. */
  hasMore: boolean;
}

function StepsCard({ before, after, hasMore }: BothTargets) {
  const events = comparedEvents(before, after);
  return (
    <Card title="Duration of each step">
      <div className="space-y-3">
        <p className="font-semibold">{visibleText(slowerWords(events))}</p>
        {hasMore && <FirstOnes />}
        {events.length > 0 && (
          <ComparedTable name="Duration of each lifecycle event" of="Lifecycle event" last="Longer by">
            {events.map(({ name, longerByMs, ...event }) => (
              <ComparedRow key={name} name={visibleText(eventName(name))}>
                <LengthCell length={event.before} />
                <LengthCell length={event.after} />
                <td className="tabular-nums">{longerWords(longerByMs)}</td>
              </ComparedRow>
            ))}
          </ComparedTable>
        )}
      </div>
    </Card>
  );
}

function LengthCell({ length }: { length: EventLength | undefined }) {
  if (!length) return <td className="text-muted">no times</td>;
  return (
    <td className="tabular-nums">
      {formatDuration(length.medianMs)}
      {length.targets > 1 && (
        <span className="block text-xs text-muted">median of {formatCount(length.targets)}</span>
      )}
    </td>
  );
}

function longerWords(longerByMs: number | undefined): string {
  if (longerByMs === undefined) return "";
  if (longerByMs === 0) return "about the same";
  return longerByMs < 0 ? `−${formatDuration(-longerByMs) ?? ""}` : (formatDuration(longerByMs) ?? "");
}

function FirstOnes() {
  return (
    <p className="text-muted">
      Compared are the first {MOST_TARGETS} targets that AWS lists of each: at least one of them has more.
    </p>
  );
}

/** So many can be read through. */
const MAX_NAMED = 20;

function TargetsCard({ before, after, hasMore }: BothTargets) {
  const { inBoth, onlyBefore, onlyAfter, changed } = comparedTargets(before, after);
  return (
    <Card title="Targets">
      <div className="space-y-3">
        {[before, after].some((targets) => targets.length === 0) ? (
          <p>{noTargetsWords(before.length === 0, after.length === 0)}</p>
        ) : (
          <p>{formatCountOf(inBoth, "target")} in both.</p>
        )}
        {hasMore && <FirstOnes />}
        <Names
          title={hasMore ? "Among those of the earlier one alone" : "Only in the earlier one"}
          ids={onlyBefore}
        />
        <Names
          title={hasMore ? "Among those of the later one alone" : "Only in the later one"}
          ids={onlyAfter}
        />
        {changed.length > 0 && (
          <ComparedTable name="Targets with another status" of="Target">
            {changed.slice(0, MAX_NAMED).map((target) => (
              <ComparedRow key={target.id} name={visibleText(targetName(target.id))}>
                <td>{visibleText(targetStatusFacts(target.before).word)}</td>
                <td>{visibleText(targetStatusFacts(target.after).word)}</td>
              </ComparedRow>
            ))}
          </ComparedTable>
        )}
        {changed.length > MAX_NAMED && (
          <p>{formatCount(changed.length - MAX_NAMED)} more have another status.</p>
        )}
      </div>
    </Card>
  );
}

/** Not that there are none: AWS lists none before a deployment starts. */
function noTargetsWords(lacksEarlier: boolean, lacksLater: boolean): string {
  if (lacksEarlier && lacksLater) return "AWS lists no targets of either.";
  return `AWS lists no targets of the ${lacksEarlier ? "earlier" : "later"} one.`;
}

function Names({ title, ids }: { title: string; ids: readonly string[] }) {
  if (ids.length === 0) return null;
  const more = ids.length - MAX_NAMED;
  return (
    <div>
      <h3 className="text-muted">
        {title}: {formatCount(ids.length)}
      </h3>
      <ul className="flex flex-wrap gap-x-4 font-mono text-[0.8125rem]">
        {ids.slice(0, MAX_NAMED).map((id) => (
          <li key={id} className="wrap-anywhere">
            {visibleText(targetName(id))}
          </li>
        ))}
        {more > 0 && <li>and {formatCount(more)} more</li>}
      </ul>
    </div>
  );
}
