import { useAddress } from "../../app/navigation.ts";
import type { ApplicationRef } from "../../codedeploy/group/deployment-group.ts";
import { regionFault } from "../../codedeploy/deployment/address-fault.ts";
import { pageTitle } from "../../codedeploy/deployment/page-title.ts";
import { useApplicationGroups } from "../../queries/application-groups.ts";
import { Button } from "../../ui/Button.tsx";
import { Card, Skeleton } from "../../ui/Card.tsx";
import { ListFault, PartFault } from "../faults/ListFault.tsx";
import { RegionFaultPage } from "../faults/RegionFaultPage.tsx";
import { Link } from "../frame/Link.tsx";
import { PageFrame } from "../frame/PageFrame.tsx";
import { PlaceHeading } from "../frame/PlaceHeading.tsx";
import { useTabStatus } from "../frame/tab-status.tsx";
import { GroupRow } from "./GroupRow.tsx";

interface ApplicationPageProps extends ApplicationRef {
  /** The Regions that this installation shows. */
  regions: readonly string[];
}

/** An application: its deployment groups, each with its last attempt and its last success. */
export function ApplicationPage(props: ApplicationPageProps) {
  const { view } = useAddress();
  const fault = regionFault(props.region, props.regions);
  if (!fault) return <ListedApplication {...props} />;
  return (
    <RegionFaultPage
      {...props}
      fault={fault}
      addressIn={(region) => ({ page: "application", region, applicationName: props.applicationName, view })}
    />
  );
}

function ListedApplication({ region, applicationName }: ApplicationPageProps) {
  const { view } = useAddress();
  useTabStatus(pageTitle(applicationName));
  const application = { region, applicationName };
  const { groups, error, refusal, hasMore, isReadingMore, readMore, refresh } =
    useApplicationGroups(application);
  return (
    <PageFrame
      heading={
        <PlaceHeading
          way={<Link to={{ page: "home", view }}>Home</Link>}
          name={applicationName}
          region={region}
        />
      }
    >
      {!groups && error && <ListFault error={error} region={region} retry={refresh} />}
      {!groups && !error && <Skeleton className="h-40" />}
      {groups && (
        <Card title="Deployment groups">
          {refusal && (
            <PartFault title="The states of the groups are not known" error={refusal} region={region} />
          )}
          {groups.length === 0 && <p>This application has no deployment group.</p>}
          <ul className="-mx-4 -my-3 divide-y divide-line">
            {groups.map(({ name, group }) => (
              <GroupRow key={name} application={application} name={name} group={group} />
            ))}
          </ul>
          {hasMore && (
            <Button
              className="mt-4"
              aria-disabled={isReadingMore}
              onClick={isReadingMore ? undefined : readMore}
            >
              {isReadingMore ? "Reading…" : "Show more groups"}
            </Button>
          )}
        </Card>
      )}
    </PageFrame>
  );
}
