import { useAddress } from "../../app/navigation.ts";
import { regionFault } from "../../codedeploy/deployment/address-fault.ts";
import { pageTitle } from "../../codedeploy/deployment/page-title.ts";
import type { GroupRef } from "../../codedeploy/group/deployment-group.ts";
import { useGroupList } from "../../queries/group-list.ts";
import { useRunningDeployments } from "../../queries/running-deployments.ts";
import { isFinished } from "../../codedeploy/deployment/status.ts";
import { Button } from "../../ui/Button.tsx";
import { Card, Skeleton } from "../../ui/Card.tsx";
import { WholeName } from "../../ui/WholeName.tsx";
import { ListFault, PartFault } from "../faults/ListFault.tsx";
import { RegionFaultPage } from "../faults/RegionFaultPage.tsx";
import { DeploymentLink, Link } from "../frame/Link.tsx";
import { PageFrame } from "../frame/PageFrame.tsx";
import { PlaceHeading } from "../frame/PlaceHeading.tsx";
import { useTabStatus } from "../frame/tab-status.tsx";
import { DeploymentRow } from "./DeploymentRow.tsx";

interface GroupPageProps extends GroupRef {
  /** The Regions that this installation shows. */
  regions: readonly string[];
}

/** A deployment group: its deployments, newest first. */
export function GroupPage(props: GroupPageProps) {
  const { view } = useAddress();
  const fault = regionFault(props.region, props.regions);
  if (!fault) return <ListedGroup {...props} />;
  return (
    <RegionFaultPage
      {...props}
      fault={fault}
      addressIn={(region) => ({
        page: "group",
        region,
        applicationName: props.applicationName,
        deploymentGroupName: props.deploymentGroupName,
        view,
      })}
    />
  );
}

function ListedGroup({ region, applicationName, deploymentGroupName }: GroupPageProps) {
  const { view } = useAddress();
  useTabStatus(pageTitle(deploymentGroupName, applicationName));
  const list = useGroupList({ region, applicationName, deploymentGroupName }, {});
  const { ids, deployments, error, refusal } = list;
  const running = deployments.flatMap(({ deploymentId, status }) =>
    deploymentId === undefined || isFinished(status) ? [] : [deploymentId],
  );
  const { byId } = useRunningDeployments(region, running);
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
    >
      {!ids && error && <ListFault error={error} region={region} retry={list.refresh} />}
      {!ids && !error && <Skeleton className="h-40" />}
      {ids && (
        <Card title="Deployments">
          {refusal && <PartFault title="Only ids are known" error={refusal} region={region} />}
          {ids.length === 0 && <p>This group has no deployment.</p>}
          <ul className="-mx-4 -my-3 divide-y divide-line">
            {refusal
              ? ids.map((id) => (
                  <li key={id} className="px-4 py-2.5">
                    <DeploymentLink region={region} deploymentId={id} />
                  </li>
                ))
              : deployments.map((deployment) => (
                  <DeploymentRow
                    key={deployment.deploymentId}
                    region={region}
                    deployment={byId.get(deployment.deploymentId ?? "") ?? deployment}
                  />
                ))}
          </ul>
          {list.hasMore && (
            <Button
              className="mt-4"
              aria-disabled={list.isReadingMore}
              onClick={list.isReadingMore ? undefined : list.readMore}
            >
              {list.isReadingMore ? "Reading…" : "Show more deployments"}
            </Button>
          )}
        </Card>
      )}
    </PageFrame>
  );
}
