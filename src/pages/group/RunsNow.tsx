import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import type { DeploymentGroup } from "../../codedeploy/group/deployment-group.ts";
import type { WhatRuns } from "../../codedeploy/group/what-runs.ts";
import { ecsSays, whatRuns } from "../../codedeploy/group/what-runs.ts";
import { revisionLine } from "../../codedeploy/revision/revision-line.ts";
import { useEndedDeployment, useGroupService } from "../../queries/lists/group-now.ts";
import { Notice } from "../../ui/Notice.tsx";
import { Card } from "../../ui/Card.tsx";
import { Timestamp } from "../../ui/time.tsx";
import { DeploymentLink } from "../frame/Link.tsx";
import { PartFault } from "../faults/PartFault.tsx";

interface RunsNowProps {
  region: string;
  group: DeploymentGroup;
  /** When the group was read (epoch ms). */
  readAtMs: number;
  /** The group's deployments that were read, by their ids: what is not among them is asked for. */
  read: ReadonlyMap<string, Deployment>;
}

/** What runs in the group, as far as CodeDeploy can tell, with every reason to doubt it. */
export function RunsNow({ region, group, readAtMs, read }: RunsNowProps) {
  const id = group.lastSuccessfulDeployment?.deploymentId;
  const listed = id === undefined ? undefined : read.get(id);
  const asked = useEndedDeployment(region, id, !listed);
  const runs = whatRuns(group, listed ?? asked);
  return (
    <Card title="What runs now">
      {runs ? (
        <Claim region={region} group={group} readAtMs={readAtMs} runs={runs} />
      ) : (
        <p>AWS names no deployment to this group that has succeeded.</p>
      )}
    </Card>
  );
}

interface ClaimProps extends Omit<RunsNowProps, "read"> {
  runs: WhatRuns;
}

function Claim({ region, group, readAtMs, runs }: ClaimProps) {
  const { deploymentId, revision, isTargetRevision, sinceMs, rolledBackId, doubts } = runs;
  const ecs = useGroupService(region, group, readAtMs);
  const said = ecs?.service && ecsSays(ecs.service, deploymentId);
  return (
    <div className="space-y-2">
      <p>
        <strong className="font-semibold">
          <bdi>{revisionLine(revision) ?? "Revision not reported"}</bdi>
        </strong>
        {isTargetRevision && " (what new instances get)"}
        {sinceMs !== undefined && (
          <>
            , since <Timestamp atMs={sinceMs} />
          </>
        )}
        , by <DeploymentLink region={region} deploymentId={deploymentId} />
        {rolledBackId !== undefined && (
          <>
            , which rolled back <DeploymentLink region={region} deploymentId={rolledBackId} />
          </>
        )}
        .
      </p>
      {said && <p>{said.words}</p>}
      {ecs?.error && <PartFault title="ECS does not say which tasks run" error={ecs.error} region={region} />}
      {doubts.length > 0 && !said?.isCertain ? (
        <Notice tone="wait" title="This is what last succeeded. Something else may run:">
          <ul className="list-disc pl-5">
            {doubts.map((doubt) => (
              <li key={doubt}>{doubt}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        !said && (
          <p className="text-muted">As CodeDeploy last left it: it does not watch what happens afterwards.</p>
        )
      )}
    </div>
  );
}
