import { ADDRESS_FAULT_WORDS } from "../../codedeploy/deployment/address-fault-words.ts";
import { regionFault } from "../../codedeploy/deployment/address-fault.ts";
import { useAccount } from "../../access/account.ts";
import type { GroupRef } from "../../codedeploy/group/deployment-group.ts";
import type { AppError } from "../../errors/app-error.ts";
import { isSignInEnded } from "../../errors/app-error.ts";
import { listErrorWords } from "../../errors/list-error-words.ts";
import { visibleText } from "../../format/text.ts";
import { useNewestDeployment } from "../../queries/newest-deployment.ts";
import { SignInAgain } from "./WallDeployment.tsx";
import { WallMessage, WatchedTile } from "./WallTile.tsx";

interface GroupTileProps extends GroupRef {
  regions: readonly string[];
  /** Whether the wall is all its own, the browser's tab included. */
  isOnly: boolean;
}

/** A group's place on the wall: its newest deployment, and the next one as soon as there is one. */
export function GroupTile({ regions, isOnly, ...group }: GroupTileProps) {
  const fault = regionFault(group.region, regions);
  if (!fault) return <FollowedGroup group={group} isOnly={isOnly} />;
  const { title, meaning } = ADDRESS_FAULT_WORDS[fault];
  return <WallMessage region={group.region} name={nameOf(group)} title={title} text={meaning} />;
}

function FollowedGroup({ group, isOnly }: { group: GroupRef; isOnly: boolean }) {
  const { region } = group;
  const { deploymentId, error } = useNewestDeployment(group);
  if (!deploymentId) return <NothingToFollow group={group} isEmpty={deploymentId === null} error={error} />;
  const note = error && `Newer deployments may be missing: ${listErrorWords(error).title}`;
  return (
    // Its parts lie in the wall's grid; what is said outlives the deployment that is shown.
    <div className="contents">
      <WatchedTile
        key={deploymentId}
        region={region}
        deploymentId={deploymentId}
        isOnly={isOnly}
        note={note}
      />
      <output className="sr-only">
        {visibleText(nameOf(group))} shows deployment {deploymentId}
      </output>
    </div>
  );
}

interface NothingToFollowProps {
  group: GroupRef;
  /** Whether AWS says that the group has no deployment. */
  isEmpty: boolean;
  error: AppError | undefined;
}

function NothingToFollow({ group, isEmpty, error }: NothingToFollowProps) {
  const { signIn } = useAccount();
  const place = { region: group.region, name: nameOf(group) };
  if (isEmpty) {
    return (
      <WallMessage
        {...place}
        title="No deployment yet"
        text={
          error
            ? `The first one may be missing: ${listErrorWords(error).title}`
            : "The first one is shown as soon as AWS lists it."
        }
      />
    );
  }
  if (!error) return <WallMessage {...place} title="Asking AWS…" />;
  const { title, meaning } = listErrorWords(error);
  const needsSomebody = signIn !== undefined && isSignInEnded(error);
  return (
    <WallMessage
      {...place}
      title={title}
      text={needsSomebody ? meaning : `${meaning} The wall keeps trying.`}
    >
      <SignInAgain error={error} />
    </WallMessage>
  );
}

function nameOf({ applicationName, deploymentGroupName }: GroupRef): string {
  return `${applicationName} / ${deploymentGroupName}`;
}
