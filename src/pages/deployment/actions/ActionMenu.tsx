import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { stackUrl } from "../../../aws-names/stacks.ts";
import type { ActionFailure } from "../../../codedeploy/actions/action-outcome.ts";
import { heldBackBecause } from "../../../codedeploy/actions/action-progress.ts";
import type { ActionKind } from "../../../codedeploy/actions/action.ts";
import { actionName, startsDeployment } from "../../../codedeploy/actions/action.ts";
import { actionOffers } from "../../../codedeploy/actions/possible-actions.ts";
import type { Deployment, DeploymentRef } from "../../../codedeploy/deployment/deployment.ts";
import { isRunByCloudFormation } from "../../../codedeploy/deployment/creator.ts";
import { knownTargets } from "../../../codedeploy/targets/target-list.ts";
import { useDoneActions } from "../../../queries/acting/acting.ts";
import { usePermissionRefusals } from "../../../queries/acting/permission-refusals.ts";
import { useTargetList } from "../../../queries/targets.tsx";
import { Button } from "../../../ui/Button.tsx";
import { ExternalLink } from "../../../ui/ExternalLink.tsx";
import { Popover, closePanelOf } from "../../../ui/dialog/Popover.tsx";
import { useNow } from "../../../ui/clock.ts";
import { ActionDialog } from "./ActionDialog.tsx";
import type { AskedActionProps } from "./AskedAction.tsx";
import { NewDeploymentDialog } from "./NewDeploymentDialog.tsx";

export interface ActionMenuProps extends DeploymentRef {
  deployment: Deployment;
}

interface Chosen {
  kind: ActionKind;
  /** AWS's refusal of the permission for it, where it is remembered. */
  refusal: ActionFailure | undefined;
}

/** What can be done to the deployment, one press away; each is confirmed in a dialog that says what it will do. */
export function ActionMenu({ region, deploymentId, deployment }: ActionMenuProps) {
  const [chosen, choose] = useState<Chosen>();
  return (
    <>
      <Popover
        name="Actions"
        button={{
          look: "bordered",
          size: "small",
          className: "min-w-20",
          children: (
            <>
              Actions
              <ChevronDown aria-hidden size={14} />
            </>
          ),
        }}
        className="top-24 max-sm:top-32 w-80 max-w-[calc(100vw-2rem)]"
      >
        <Offers region={region} deploymentId={deploymentId} deployment={deployment} choose={choose} />
      </Popover>
      {chosen && (
        <ChosenDialog
          {...chosen}
          region={region}
          deploymentId={deploymentId}
          deployment={deployment}
          close={() => choose(undefined)}
        />
      )}
    </>
  );
}

function ChosenDialog({ kind, ...asked }: AskedActionProps & { kind: ActionKind }) {
  return startsDeployment(kind) ? (
    <NewDeploymentDialog {...asked} kind={kind} />
  ) : (
    <ActionDialog {...asked} kind={kind} />
  );
}

interface OffersProps extends ActionMenuProps {
  choose: (chosen: Chosen) => void;
}

function Offers({ region, deploymentId, deployment, choose }: OffersProps) {
  const targets = knownTargets(useTargetList());
  const done = useDoneActions({ region, deploymentId });
  const refusalOf = usePermissionRefusals({ region, deploymentId });
  // As it was when the menu was opened.
  const [refusals] = useState(
    () => new Map(actionOffers(deployment, targets).map(({ kind }) => [kind, refusalOf(kind)])),
  );
  const nowMs = useNow();
  const offers = actionOffers(deployment, targets);
  const stack = isRunByCloudFormation(deployment) ? stackUrl(deployment.externalId ?? "") : undefined;
  if (offers.length === 0) return <p>There is nothing to do: the deployment has ended.</p>;
  return (
    <ul className="space-y-2">
      {offers.map(({ kind, obstacle }) => {
        const heldBack = heldBackBecause(kind, done, nowMs);
        const refusal = refusals.get(kind);
        const isPossible = obstacle === undefined && heldBack === undefined;
        return (
          <li key={kind}>
            <Button
              className="w-full justify-start aria-disabled:opacity-50"
              aria-disabled={!isPossible}
              onClick={({ currentTarget }) => {
                if (!isPossible) return;
                closePanelOf(currentTarget);
                choose({ kind, refusal });
              }}
            >
              {actionName(kind, deployment)}
            </Button>
            <p className="mt-0.5 text-xs text-muted empty:hidden">
              {obstacle?.reason ?? heldBack ?? (refusal && "Not permitted: AWS refused it to your role.")}
            </p>
            {obstacle && stack !== undefined && (
              <p className="text-xs">
                <ExternalLink href={stack}>Open the stack</ExternalLink>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
