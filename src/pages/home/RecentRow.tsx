import { X } from "lucide-react";
import type { RecentDeployment } from "./recent-deployments.ts";
import { statusFacts } from "../../codedeploy/deployment/status.ts";
import { formatRelative } from "../../format/relative-time.ts";
import { visibleText } from "../../format/visible-text.ts";
import { Button } from "../../ui/Button.tsx";
import { useNow } from "../../ui/use-now.ts";
import { forgetDeployment } from "./recent-deployments.ts";
import { StatusIcon } from "../frame/StatusIcon.tsx";
import { DeploymentRow } from "./DeploymentRow.tsx";
import { focusNeighbour } from "./focus-neighbour.ts";

/** A deployment as it was when it was last seen, which may be long ago: the row says when. */
export function RecentRow({ entry }: { entry: RecentDeployment }) {
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
