import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import type { ApplicationRef, DeploymentGroup } from "../../codedeploy/group/deployment-group.ts";
import { RowList } from "../frame/RowList.tsx";
import { GroupRow } from "./GroupRow.tsx";

interface GroupListProps {
  application: ApplicationRef;
  groups: readonly { name: string; group: DeploymentGroup | undefined }[];
  /** The latest answers about what runs. */
  live: ReadonlyMap<string, Deployment>;
}

/** The groups of an application, a row each. */
export function GroupList({ application, groups, live }: GroupListProps) {
  return (
    <RowList
      name="Deployment groups by name"
      items={groups}
      keyOf={({ name }) => name}
      rowPx={80}
      rowClass="h-20 last:border-b-0"
      visibleRows={10}
    >
      {({ name, group }) => <GroupRow application={application} name={name} group={group} live={live} />}
    </RowList>
  );
}
