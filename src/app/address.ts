import type { DeploymentRef } from "../codedeploy/deployment/deployment.ts";
import type { ApplicationRef, GroupRef } from "../codedeploy/group/deployment-group.ts";
import type { TimeZone } from "../format/date-time.ts";

/** What a person looks at beyond the deployment itself; kept in the query string, so that a link shows it. */
export interface ViewState {
  timeZone: TimeZone;
}

/** What of a deployment's targets a person looks at. A member that is absent narrows or opens nothing. */
export interface TargetsView {
  /** The id of the target that is open. */
  target?: string;
  /** The lifecycle event of that target that is open, by name. */
  event?: string;
  /** Only targets with this status. */
  status?: string;
  /** Only targets with this label, Blue or Green. */
  label?: string;
  /** `times`: the events on a time axis rather than as steps. */
  layout?: "times";
}

/** Which of a group's deployments a person looks at. A member that is absent leaves out nothing. */
export interface GroupFilter {
  /** Only those with this status; nobody has checked it. */
  status?: string;
  /** Only those that were created in this time before now; nobody has checked it. */
  since?: string;
}

/** What has a place on a wall: a deployment, or a group, whose newest deployment is shown. */
export type WallTile = DeploymentRef | GroupRef;

/** What an address says beside its page and view. A new page begins here, and with its row in `pages.ts`. */
interface AddressParts {
  home: object;
  /** The Region and the id are what the URL says, checked by nobody yet: `addressFault` does that. */
  deployment: DeploymentRef & {
    /** Absent where it would be empty. */
    targets?: TargetsView;
  };
  /** Deployments and groups, or one, to be seen from across the room; one at least. */
  wall: { tiles: readonly WallTile[] };
  /** An application with its deployment groups. */
  application: ApplicationRef;
  /** A deployment group with its deployments. `filter` is absent where it would be empty. */
  group: GroupRef & { filter?: GroupFilter };
  /** Two deployments side by side, in whichever order; checked by nobody yet. */
  compare: { region: string; deploymentIds: readonly [string, string] };
  /** Where sign-in pages lead back to. Its query is the issuer's answer, which is no part of the address. */
  "signed-in": object;
  /** What a file or the fragment of the address holds; the fragment is no part of the address. */
  snapshot: {
    /** Absent where it would be empty. */
    targets?: TargetsView;
  };
  unknown: { path: string };
}

export type PageName = keyof AddressParts;
export type AddressOf<Name extends PageName> = { page: Name; view: ViewState } & AddressParts[Name];

/** Where the app is. Every address has one URL and the other way round. */
export type Address = { [Name in PageName]: AddressOf<Name> }[PageName];
