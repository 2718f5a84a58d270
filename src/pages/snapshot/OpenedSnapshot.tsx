import { useMemo } from "react";
import { deploymentTitle } from "../../codedeploy/deployment/page-title.ts";
import { statusFacts } from "../../codedeploy/deployment/status.ts";
import { SnapshotProvider, useKeptDeployment } from "../../queries/snapshot/kept-deployment.tsx";
import type { Snapshot } from "../../queries/snapshot/snapshot-schema.ts";
import { TargetListProvider } from "../../queries/targets.tsx";
import { StandingClockProvider } from "../../ui/clock.ts";
import { Cards } from "../deployment/DeploymentPage.tsx";
import { DeploymentHeading } from "../deployment/header/DeploymentHeading.tsx";
import { ShareMenu } from "../deployment/share/ShareMenu.tsx";
import { PausedProvider, ShownDeploymentProvider } from "../deployment/shown-deployment.ts";
import { PageFrame } from "../frame/PageFrame.tsx";
import { useTabStatus } from "../frame/tab-status.tsx";
import { SnapshotNotice } from "./SnapshotNotice.tsx";

export interface OpenedSnapshotProps {
  snapshot: Snapshot;
}

/** A snapshot in the cards of the live page. */
export function OpenedSnapshot({ snapshot }: OpenedSnapshotProps) {
  return (
    <SnapshotProvider snapshot={snapshot}>
      <StandingClockProvider value={Date.parse(snapshot.takenAt)}>
        <TargetListProvider region={snapshot.region} deploymentId={snapshot.deploymentId}>
          <Shown snapshot={snapshot} />
        </TargetListProvider>
      </StandingClockProvider>
    </SnapshotProvider>
  );
}

function Shown({ snapshot }: OpenedSnapshotProps) {
  const { region, deploymentId } = snapshot;
  const { answer, transitions, error } = useKeptDeployment(snapshot);
  const { tone } = statusFacts(answer?.deployment.status);
  const title = answer ? deploymentTitle(answer.deployment, deploymentId) : deploymentId;
  useTabStatus(`Snapshot · ${title}`, tone);
  const shown = useMemo(
    () =>
      answer && {
        region,
        deploymentId,
        answer,
        deployment: answer.deployment,
        transitions,
        hasActions: false,
      },
    [region, deploymentId, answer, transitions],
  );
  if (!shown) return null;
  return (
    <PageFrame
      heading={
        <DeploymentHeading
          deployment={shown.deployment}
          region={region}
          deploymentId={deploymentId}
          hasActions={false}
        />
      }
      controls={
        <>
          <p className="min-w-0 flex-1 text-xs font-medium">Snapshot, not live</p>
          <ShareMenu isSnapshot region={region} deploymentId={deploymentId} deployment={shown.deployment} />
        </>
      }
    >
      <div className="space-y-3">
        <SnapshotNotice snapshot={snapshot} error={error} />
        <ShownDeploymentProvider value={shown}>
          <PausedProvider value>
            <Cards />
          </PausedProvider>
        </ShownDeploymentProvider>
      </div>
    </PageFrame>
  );
}
