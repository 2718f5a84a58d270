import { useEffect, useEffectEvent, useMemo } from "react";
import { useAddress } from "../../app/navigation.ts";
import type { Address } from "../../app/address.ts";
import { regionFault } from "../../codedeploy/deployment/address-fault.ts";
import { pageTitle } from "../../codedeploy/deployment/page-title.ts";
import { isFinished } from "../../codedeploy/deployment/status.ts";
import { durationPoints } from "../../codedeploy/group/duration-points.ts";
import { groupFigures } from "../../codedeploy/group/group-figures.ts";
import { listFilter } from "../../codedeploy/group/list-filter.ts";
import { useGroupList } from "../../queries/lists/group-list.ts";
import { useDeploymentGroup } from "../../queries/lists/group-now.ts";
import { useRunningDeployments } from "../../queries/lists/running-deployments.ts";
import { Skeleton } from "../../ui/Card.tsx";
import { laterPart } from "../../ui/later-part.tsx";
import { PATIENCE_MS, useOnce } from "../../ui/use-once.ts";
import { WholeName } from "../../ui/WholeName.tsx";
import { COLUMNS } from "../deployment/DeploymentSkeleton.tsx";
import { ListFault } from "../faults/ListFault.tsx";
import { LostDeployments } from "../faults/LostDeployments.tsx";
import { PartFault } from "../faults/PartFault.tsx";
import { RegionFaultPage } from "../faults/RegionFaultPage.tsx";
import { Link } from "../frame/Link.tsx";
import { ListControls } from "../frame/ListControls.tsx";
import { PageFrame } from "../frame/PageFrame.tsx";
import { PlaceHeading } from "../frame/PlaceHeading.tsx";
import { useTabStatus } from "../frame/tab-status.tsx";
import { DurationChart } from "./DurationChart.tsx";
import { GroupFilters } from "./GroupFilters.tsx";
import { GroupDeployments } from "./GroupDeployments.tsx";
import { RunsNow } from "./RunsNow.tsx";

// The list does not wait for the code of what stands below it.
const GroupSettings = laterPart(
  "The settings",
  async () => (await import("./GroupSettings.tsx")).GroupSettings,
);

type GroupAddress = Extract<Address, { page: "group" }>;

interface GroupPageProps {
  address: GroupAddress;
  /** The Regions that this installation shows. */
  regions: readonly string[];
}

/** A deployment group: what runs there, its deployments, newest first, and its settings. */
export function GroupPage({ address, regions }: GroupPageProps) {
  const { region } = address;
  const fault = regionFault(region, regions);
  if (!fault) return <ListedGroup address={address} />;
  return (
    <RegionFaultPage
      fault={fault}
      region={region}
      regions={regions}
      addressIn={(other) => ({ ...address, region: other })}
    />
  );
}

function ListedGroup({ address }: { address: GroupAddress }) {
  const { view } = useAddress();
  const { region, applicationName, deploymentGroupName } = address;
  useTabStatus(pageTitle(deploymentGroupName, applicationName));
  const place = { region, applicationName, deploymentGroupName };
  const today = useDeploymentGroup(place);
  const list = useGroupList(place, listFilter(address.filter));
  const running = useMemo(
    () => list.deployments.filter(({ status, deploymentId }) => deploymentId && !isFinished(status)),
    [list.deployments],
  );
  const { byId, finished, lost, error } = useRunningDeployments(
    region,
    running.flatMap(({ deploymentId = [] }) => deploymentId),
    { deployments: running, atMs: list.readAtMs },
  );
  const deployments = useMemo(
    () => list.deployments.map((deployment) => byId.get(deployment.deploymentId ?? "") ?? deployment),
    [list.deployments, byId],
  );
  const figures = useMemo(() => groupFigures(deployments), [deployments]);
  const points = useMemo(() => durationPoints(deployments), [deployments]);
  const read = useMemo(
    () => new Map(deployments.map((deployment) => [deployment.deploymentId ?? "", deployment])),
    [deployments],
  );
  const refresh = () => Promise.all([list.refresh(), today.refresh()]);
  // Its end may have begun a rollback, and changed what runs.
  const follow = useEffectEvent(refresh);
  useEffect(() => {
    if (finished > 0) void follow();
  }, [finished]);
  const isKnown = list.ids !== undefined;
  const isListAnswered = isKnown || list.error !== undefined;
  const isSettled = useOnce(isListAnswered && (today.group ?? today.error) !== undefined, PATIENCE_MS);
  return (
    <PageFrame
      heading={
        <PlaceHeading
          way={
            <>
              <Link to={{ page: "home", view }}>Home</Link> /{" "}
              <Link to={{ page: "application", region, applicationName, view }}>
                <WholeName text={applicationName} />
              </Link>
            </>
          }
          name={deploymentGroupName}
          region={region}
        />
      }
      controls={
        isKnown && (
          <ListControls readAtMs={list.readAtMs} isReading={list.isReading} refresh={() => void refresh()} />
        )
      }
    >
      {!isSettled && (
        <div aria-busy>
          <p className="sr-only">Loading the deployment group…</p>
          <Skeleton className="h-40" />
        </div>
      )}
      {isSettled && (
        <div className="space-y-3">
          {isKnown && <PartFault title="Not up to date" error={list.error ?? error} region={region} />}
          <LostDeployments count={lost} />
          <div className={COLUMNS}>
            <div className="min-w-0 space-y-3">
              {/* What the list has need not be asked for. */}
              {today.group && isListAnswered ? (
                <RunsNow region={region} group={today.group} readAtMs={today.readAtMs} read={read} />
              ) : (
                !today.error && <Skeleton className="h-28" />
              )}
              {isKnown && (
                <PartFault title="The group’s settings are not known" error={today.error} region={region} />
              )}
              {!isKnown && list.error ? (
                <>
                  {address.filter && <GroupFilters address={address} />}
                  <ListFault
                    error={list.error}
                    region={region}
                    wanted={[
                      ["Application", applicationName],
                      ["Deployment group", deploymentGroupName],
                    ]}
                    retry={refresh}
                    nextTryAtMs={list.nextTryAtMs}
                  />
                </>
              ) : (
                <GroupDeployments address={address} list={list} deployments={deployments} figures={figures} />
              )}
            </div>
            <div className="min-w-0 space-y-3">
              {points.length > 1 && (
                <DurationChart region={region} points={points} usualMs={figures.usualMs} />
              )}
              {today.group && <GroupSettings place={place} group={today.group} />}
            </div>
          </div>
        </div>
      )}
    </PageFrame>
  );
}
