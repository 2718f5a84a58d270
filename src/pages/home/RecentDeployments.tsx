import { X } from "lucide-react";
import { statusFacts } from "../../codedeploy/deployment/status.ts";
import { formatRelative } from "../../format/relative-time.ts";
import { visibleText } from "../../format/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { useNow } from "../../ui/clock.ts";
import { StatusIcon } from "../frame/StatusIcon.tsx";
import { DeploymentRow } from "./ExampleDeployments.tsx";
import type { RecentDeployment } from "./recent-deployments.ts";
import { forgetAllDeployments, forgetDeployment, useRecentDeployments } from "./recent-deployments.ts";

/** The deployments seen last in this browser; nothing before the first one. */
export function RecentDeployments() {
  const recent = useRecentDeployments();
  if (recent.length === 0) return null;
  return (
    <Card
      title="Recent deployments"
      aside={
        <Button size="small" look="bare" onClick={forgetAll}>
          Forget all
        </Button>
      }
    >
      <ul className="-mx-4 -my-3 divide-y divide-line">
        {recent.map((entry) => (
          <RecentRow key={`${entry.region}/${entry.deploymentId}`} entry={entry} />
        ))}
      </ul>
    </Card>
  );
}

function forgetAll() {
  focusMain();
  forgetAllDeployments();
}

/** A deployment as it was when it was last seen, which may be long ago: the row says when. */
function RecentRow({ entry }: { entry: RecentDeployment }) {
  const { region, deploymentId, applicationName, groupName, status } = entry;
  const names = [applicationName, groupName].filter((name) => name !== undefined).join(" / ");
  return (
    <DeploymentRow
      region={region}
      deploymentId={deploymentId}
      icon={<StatusIcon status={status} />}
      name={names === "" ? deploymentId : names}
      facts={
        <>
          {visibleText(statusFacts(status).word)} <Seen atMs={entry.seenAtMs} /> · {region}
          {names !== "" && <> · {deploymentId}</>}
        </>
      }
      end={
        <Button
          size="small"
          look="bare"
          className="relative"
          aria-label={`Forget ${deploymentId} in ${region}`}
          title="Forget"
          onClick={(event) => {
            focusNeighbour(event.currentTarget);
            forgetDeployment(entry);
          }}
        >
          <X aria-hidden size={14} />
        </Button>
      }
    />
  );
}

function Seen({ atMs }: { atMs: number }) {
  const relative = formatRelative(atMs, useNow());
  return relative === undefined ? null : <span className="tabular-nums">{relative}</span>;
}

/**
 * Moves the focus from a button in a list's item to the same button of the next item, or the one before, since
 * its own item is about to go: a reader with a keyboard would be thrown back to the page's beginning.
 */
function focusNeighbour(button: Element): void {
  const item = button.closest("li");
  const neighbour = item?.nextElementSibling ?? item?.previousElementSibling;
  const target = neighbour?.querySelector("button");
  if (target) target.focus();
  else focusMain();
}

/** Moves the focus to the page's content. */
function focusMain(): void {
  document.getElementById("main")?.focus();
}
