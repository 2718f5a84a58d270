import { useMemo, useState } from "react";
import type { Deployment } from "../../../codedeploy/deployment/deployment.ts";
import { platformFacts } from "../../../codedeploy/deployment/platform.ts";
import { isFinished } from "../../../codedeploy/deployment/status.ts";
import type { EventColumn } from "../../../codedeploy/targets/event-columns.ts";
import { eventColumns } from "../../../codedeploy/targets/event-columns.ts";
import { documentedEvents } from "../../../codedeploy/targets/lifecycle-order.ts";
import type { TargetList } from "../../../codedeploy/targets/target-list.ts";
import { knownTargets } from "../../../codedeploy/targets/target-list.ts";
import { formatCountOf } from "../../../format/counts.ts";
import { useShowFirst, useTargetList } from "../../../queries/targets.tsx";
import { Card, Skeleton } from "../../../ui/Card.tsx";
import { FleetEvents } from "./FleetEvents.tsx";
import { FleetMap } from "./FleetMap.tsx";
import { TargetsBrowser } from "./TargetsBrowser.tsx";
import { partProblemWords } from "../part-problem-words.ts";
import { useShownDeployment } from "../shown-deployment.ts";

/** More targets than a table shows at a glance. */
const FLEET = 40;

/** Which target, which step: the targets of a deployment against their lifecycle events. */
export function TargetsCard() {
  const { region, deploymentId, deployment } = useShownDeployment();
  const list = useTargetList();
  const showFirst = useShowFirst({ region, deploymentId });
  const { targetNoun } = platformFacts(deployment);
  const columns = useStableColumns(
    useMemo(() => eventColumns(knownTargets(list), documentedEvents(deployment)), [list, deployment]),
  );
  const line = stateLine(list, deployment);
  return (
    <Card
      title={targetNoun === "instance" ? "Instances" : "Targets"}
      aside={list.ids.length > 0 && <Count list={list} noun={targetNoun} />}
    >
      {line !== undefined && <p className={list.ids.length > 0 ? "mb-3" : "text-muted"}>{line}</p>}
      {list.ids.length > FLEET && (
        <div className="mb-3 space-y-3">
          <FleetMap list={list} />
          <FleetEvents list={list} columns={columns} />
        </div>
      )}
      {list.ids.length > 0 && (
        <TargetsBrowser region={region} list={list} columns={columns} showFirst={showFirst} />
      )}
      {line === undefined && list.ids.length === 0 && <Skeleton className="h-40 w-full" />}
    </Card>
  );
}

function Count({ list, noun }: { list: TargetList; noun: string }) {
  return <span className="text-muted tabular-nums">{formatCountOf(list.ids.length, noun)}</span>;
}

/** What there is to say before, or instead of, the targets. */
function stateLine(list: TargetList, deployment: Deployment): string | undefined {
  const { stage, ids, listError, detailsError } = list;
  if (listError) {
    return partProblemWords(listError, ids.length === 0 ? "Not shown" : "The list may be out of date");
  }
  if (detailsError) return partProblemWords(detailsError, "Without details");
  const hasEnded = isFinished(deployment.status);
  if (stage === "not-started") {
    return hasEnded
      ? "The deployment ended before it had any targets."
      : "Not started. The targets appear here when the deployment starts.";
  }
  if (stage === "listed" && ids.length === 0) {
    return hasEnded ? "AWS lists no targets for this deployment." : "AWS lists no targets so far.";
  }
  return undefined;
}

/** The same columns as long as they are equal, so that a poll that changes a target renders its row only. */
function useStableColumns(columns: readonly EventColumn[]): readonly EventColumn[] {
  const [stable, setStable] = useState(columns);
  if (stable === columns || isSame(stable, columns)) return stable;
  setStable(columns);
  return columns;
}

function isSame(one: readonly EventColumn[], other: readonly EventColumn[]): boolean {
  return one.length === other.length && one.every(({ key }, index) => key === other[index]?.key);
}
