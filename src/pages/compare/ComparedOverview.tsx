import type { ReactNode } from "react";
import { creatorPhrase } from "../../codedeploy/deployment/creator-words.ts";
import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import { countOf, overview } from "../../codedeploy/deployment/overview.ts";
import { statusFacts } from "../../codedeploy/deployment/status.ts";
import { timing } from "../../codedeploy/deployment/timing.ts";
import { revisionLine } from "../../codedeploy/revision/revision-line.ts";
import { formatCount } from "../../format/counts.ts";
import { visibleText } from "../../format/text.ts";
import { Card } from "../../ui/Card.tsx";
import { Duration, Elapsed, Timestamp } from "../../ui/time.tsx";
import { DeploymentLink } from "../frame/Link.tsx";
import { StatusIcon } from "../frame/StatusIcon.tsx";
import { ComparedRow, ComparedTable } from "./ComparedTable.tsx";

interface ComparedOverviewProps {
  region: string;
  before: Deployment;
  after: Deployment;
}

/** What came of both, and how long it took. */
export function ComparedOverview({ region, before, after }: ComparedOverviewProps) {
  const cells = (show: (deployment: Deployment) => ReactNode) => (
    <>
      <td>{show(before)}</td>
      <td>{show(after)}</td>
    </>
  );
  return (
    <Card title="Deployments">
      <ComparedTable name="The two deployments" of="What">
        <ComparedRow name="Deployment">
          {cells(({ deploymentId = "" }) => (
            <DeploymentLink region={region} deploymentId={deploymentId} />
          ))}
        </ComparedRow>
        <ComparedRow name="Status">
          {cells(({ status }) => (
            <span className="flex flex-wrap gap-x-1.5">
              <StatusIcon status={status} />
              {visibleText(statusFacts(status).word)}
            </span>
          ))}
        </ComparedRow>
        <ComparedRow name="Created">{cells((deployment) => createdOf(deployment))}</ComparedRow>
        <ComparedRow name="Duration">{cells((deployment) => durationOf(deployment))}</ComparedRow>
        <ComparedRow name="Failed targets">
          {cells((deployment) => {
            const failed = countOf(overview(deployment), "Failed");
            return failed === undefined ? NOT_REPORTED : formatCount(failed);
          })}
        </ComparedRow>
        <ComparedRow name="Revision">
          {cells(({ revision }) => {
            const line = revisionLine(revision);
            return line === undefined ? NOT_REPORTED : <bdi>{visibleText(line)}</bdi>;
          })}
        </ComparedRow>
        <ComparedRow name="Started by">
          {cells(({ creator }) => creatorPhrase(creator) ?? NOT_REPORTED)}
        </ComparedRow>
      </ComparedTable>
    </Card>
  );
}

const NOT_REPORTED = "not reported";

function createdOf(deployment: Deployment): ReactNode {
  const { createdMs } = timing(deployment);
  return createdMs === undefined ? NOT_REPORTED : <Timestamp atMs={createdMs} />;
}

function durationOf(deployment: Deployment): ReactNode {
  const { span } = timing(deployment);
  switch (span.kind) {
    case "total":
      return <Duration lengthMs={span.lengthMs} />;
    case "running":
      return (
        <>
          <Elapsed sinceMs={span.sinceMs} /> so far
        </>
      );
    case "unknown":
      return "not known";
  }
}
