import { useState } from "react";
import type { ActionFailure } from "../../../codedeploy/actions/action-outcome.ts";
import type { DoneAction } from "../../../codedeploy/actions/action-progress.ts";
import { UNKNOWN_WORDS } from "../../../codedeploy/actions/action-progress.ts";
import type { ActionKind } from "../../../codedeploy/actions/action.ts";
import { ACTION_PAGES, actionName } from "../../../codedeploy/actions/action.ts";
import { consequences } from "../../../codedeploy/actions/consequences.ts";
import { obstacleTo } from "../../../codedeploy/actions/possible-actions.ts";
import type { Deployment, DeploymentRef } from "../../../codedeploy/deployment/deployment.ts";
import { knownTargets } from "../../../codedeploy/targets/target-list.ts";
import { useActing, useDoneActions } from "../../../queries/acting.ts";
import { useTargetList } from "../../../queries/targets.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Code } from "../../../ui/Code.tsx";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { ExternalLink } from "../../../ui/ExternalLink.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Refusal } from "./Refusal.tsx";

interface ActionDialogProps extends DeploymentRef {
  kind: ActionKind;
  deployment: Deployment;
  /** AWS's refusal of the permission, where it is remembered: it is shown before anybody is asked to confirm. */
  refusal: ActionFailure | undefined;
  close: () => void;
}

/** How far the dialog is. */
type Stage =
  | { at: "refused-before"; failure: ActionFailure }
  | { at: "asking" }
  | { at: "sending" }
  /** `done` is absent where the intention had lapsed. */
  | { at: "done"; done: DoneAction | undefined };

/**
 * Says what an action will do and asks to confirm it, once. It follows the deployment: what is not possible any more is taken
 * back with the reason, and so is what this browser has done meanwhile.
 */
export function ActionDialog({ kind, region, deploymentId, deployment, refusal, close }: ActionDialogProps) {
  const acting = useActing({ region, deploymentId });
  const done = useDoneActions({ region, deploymentId });
  const targets = knownTargets(useTargetList({ region, deploymentId }));
  const [after] = useState(done.at(-1)?.id);
  const [stage, setStage] = useState<Stage>(
    refusal ? { at: "refused-before", failure: refusal } : { at: "asking" },
  );
  const name = actionName(kind, deployment);
  const group = deployment.deploymentGroupName ?? "";
  const { will, warning, isIrreversible } = consequences(kind, deployment, targets);
  const isAsking = stage.at === "asking";
  const withdrawn = isAsking ? withdrawnBecause() : undefined;

  function withdrawnBecause(): string | undefined {
    if (done.at(-1)?.id !== after) return "Something else was sent meanwhile, from this browser.";
    return obstacleTo(kind, deployment, targets)?.reason;
  }

  const confirm = async () => {
    setStage({ at: "sending" });
    const ended = await acting.act({ kind, after });
    if (ended?.outcome?.state === "accepted") close();
    else setStage({ at: "done", done: ended });
  };

  return (
    <ConfirmDialog
      title={name}
      confirm={
        isAsking && withdrawn === undefined ? { label: name, onConfirm: () => void confirm() } : undefined
      }
      typed={
        isIrreversible && group !== ""
          ? {
              text: group,
              label: (
                <>
                  This cannot be undone. Type the name of the deployment group, <Code text={group} />, to
                  confirm:
                </>
              ),
            }
          : undefined
      }
      said={
        <Said
          stage={stage}
          withdrawn={withdrawn}
          region={region}
          askAnyway={() => setStage({ at: "asking" })}
        />
      }
      onClose={close}
    >
      <p>
        Deployment <Code text={deploymentId} /> of{" "}
        <strong>
          <AwsText text={[deployment.applicationName, group].filter(Boolean).join(" / ")} cap={200} />
        </strong>
      </p>
      {isAsking && withdrawn === undefined && (
        <>
          <ul className="list-disc space-y-1 pl-5">
            {will.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {warning !== undefined && <Notice tone="wait" title={warning} />}
          <p className="text-muted">
            <ExternalLink href={ACTION_PAGES[kind]}>What AWS says about it</ExternalLink>
          </p>
        </>
      )}
    </ConfirmDialog>
  );
}

interface SaidProps {
  stage: Stage;
  withdrawn: string | undefined;
  region: string;
  askAnyway: () => void;
}

function Said({ stage, withdrawn, region, askAnyway }: SaidProps) {
  switch (stage.at) {
    case "asking":
      return (
        withdrawn !== undefined && (
          <Notice tone="wait" title="This is not possible any more.">
            {withdrawn}
          </Notice>
        )
      );
    case "sending":
      return "Sending it to AWS. It is not sent a second time.";
    case "refused-before":
      return (
        <>
          <Refusal failure={stage.failure} region={region} />
          <Button size="small" className="mt-2" onClick={askAnyway}>
            My role has changed: ask AWS again
          </Button>
        </>
      );
    case "done":
      if (!stage.done) {
        return (
          <Notice tone="wait" title="Nothing was sent.">
            Something else was sent meanwhile, from this browser.
          </Notice>
        );
      }
      return <Ended done={stage.done} region={region} />;
  }
}

function Ended({ done: { outcome }, region }: { done: DoneAction; region: string }) {
  if (outcome?.state === "refused") return <Refusal failure={outcome.failure} region={region} />;
  return (
    <Notice tone="wait" title={UNKNOWN_WORDS.title}>
      <p>{UNKNOWN_WORDS.text}</p>
    </Notice>
  );
}
