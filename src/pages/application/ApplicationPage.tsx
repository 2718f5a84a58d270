import { useEffect, useEffectEvent } from "react";
import { useAddress } from "../../app/navigation.ts";
import { regionFault } from "../../codedeploy/deployment/address-fault.ts";
import { pageTitle } from "../../codedeploy/deployment/page-title.ts";
import { isFinished } from "../../codedeploy/deployment/status.ts";
import type { ApplicationRef } from "../../codedeploy/group/deployment-group.ts";
import { formatCountOf } from "../../format/counts.ts";
import type { ApplicationGroups } from "../../queries/lists/application-groups.ts";
import { useApplicationGroups } from "../../queries/lists/application-groups.ts";
import { useRunningDeployments } from "../../queries/lists/running-deployments.ts";
import { Button } from "../../ui/Button.tsx";
import { Card, Skeleton } from "../../ui/Card.tsx";
import { ListFault } from "../faults/ListFault.tsx";
import { LostDeployments } from "../faults/LostDeployments.tsx";
import { PartFault } from "../faults/PartFault.tsx";
import { RegionFaultPage } from "../faults/RegionFaultPage.tsx";
import { Link } from "../frame/Link.tsx";
import { ListControls } from "../frame/ListControls.tsx";
import { PageFrame } from "../frame/PageFrame.tsx";
import { PlaceHeading } from "../frame/PlaceHeading.tsx";
import { useTabStatus } from "../frame/tab-status.tsx";
import { GroupList } from "./GroupList.tsx";

interface ApplicationPageProps extends ApplicationRef {
  /** The Regions that this installation shows. */
  regions: readonly string[];
}

/** An application: its deployment groups, each with its last attempt and what last succeeded. */
export function ApplicationPage({ region, applicationName, regions }: ApplicationPageProps) {
  const { view } = useAddress();
  const fault = regionFault(region, regions);
  if (!fault) return <ListedApplication region={region} applicationName={applicationName} />;
  return (
    <RegionFaultPage
      fault={fault}
      region={region}
      regions={regions}
      addressIn={(other) => ({ page: "application", region: other, applicationName, view })}
    />
  );
}

function ListedApplication({ region, applicationName }: ApplicationRef) {
  const { view } = useAddress();
  useTabStatus(pageTitle(applicationName));
  const application = { region, applicationName };
  const list = useApplicationGroups(application);
  const { groups, error, refresh } = list;
  const running = (groups ?? []).flatMap(({ group }) => {
    const { deploymentId, status } = group?.lastAttemptedDeployment ?? {};
    return deploymentId === undefined || isFinished(status) ? [] : [deploymentId];
  });
  const live = useRunningDeployments(region, running);
  // The end of one changes what its group says.
  const follow = useEffectEvent(refresh);
  useEffect(() => {
    if (live.finished > 0) void follow();
  }, [live.finished]);
  return (
    <PageFrame
      heading={
        <PlaceHeading
          way={<Link to={{ page: "home", view }}>Home</Link>}
          name={applicationName}
          region={region}
        />
      }
      controls={
        groups && (
          <ListControls readAtMs={list.readAtMs} isReading={list.isReading} refresh={() => void refresh()} />
        )
      }
    >
      {!groups && error && (
        <ListFault
          error={error}
          region={region}
          wanted={[["Application", applicationName]]}
          retry={refresh}
          nextTryAtMs={list.nextTryAtMs}
        />
      )}
      {!groups && !error && (
        <div aria-busy>
          <p className="sr-only">Loading the application…</p>
          <Skeleton className="h-40" />
        </div>
      )}
      {groups && (
        <div className="space-y-3">
          <PartFault title="Not up to date" error={error ?? live.error} region={region} />
          <LostDeployments count={live.lost} />
          <Groups application={application} list={list} groups={groups} live={live.byId} />
        </div>
      )}
    </PageFrame>
  );
}

interface GroupsProps {
  application: ApplicationRef;
  list: ApplicationGroups;
  groups: NonNullable<ApplicationGroups["groups"]>;
  live: ReturnType<typeof useRunningDeployments>["byId"];
}

function Groups({ application, list, groups, live }: GroupsProps) {
  const { refusal, hasMore, isReading, readMore, moreError } = list;
  const unknown = groups.filter(({ group }) => !group).length;
  return (
    <Card
      title="Deployment groups"
      aside={
        <p className="text-xs text-muted">
          {formatCountOf(groups.length, "group")}
          {hasMore && " read"}
        </p>
      }
    >
      <div className="space-y-3">
        <PartFault
          title={`The state of ${formatCountOf(unknown, "group")} is not known`}
          error={refusal}
          region={application.region}
        />
        {groups.length === 0 && (
          <p>
            {hasMore
              ? "AWS has listed no group so far."
              : "AWS lists no deployment group of this application."}
          </p>
        )}
        <div className="-mx-4">
          <GroupList application={application} groups={groups} live={live} />
        </div>
        <PartFault title="No more groups were read" error={moreError} region={application.region} />
        {hasMore && (
          <Button aria-disabled={isReading} onClick={isReading ? undefined : () => void readMore()}>
            {isReading ? "Reading…" : "Show more groups"}
          </Button>
        )}
      </div>
    </Card>
  );
}
