import type { ReactNode } from "react";
import { useState } from "react";
import type { ActionFailure } from "../../../codedeploy/actions/action-outcome.ts";
import type { DoneAction } from "../../../codedeploy/actions/action-progress.ts";
import { unknownWords } from "../../../codedeploy/actions/action-progress.ts";
import type { ActionKind } from "../../../codedeploy/actions/action.ts";
import { ACTION_PAGES, actionName } from "../../../codedeploy/actions/action.ts";
import { obstacleTo } from "../../../codedeploy/actions/possible-actions.ts";
import type { Deployment, DeploymentRef } from "../../../codedeploy/deployment/deployment.ts";
import { knownTargets } from "../../../codedeploy/targets/target-list.ts";
import type { Intention } from "../../../queries/acting/acting.ts";
import { useActing, useDoneActions } from "../../../queries/acting/acting.ts";
import { useTargetList } from "../../../queries/targets.tsx";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Code } from "../../../ui/Code.tsx";
import { ConfirmDialog } from "../../../ui/dialog/ConfirmDialog.tsx";
import { ExternalLink } from "../../../ui/ExternalLink.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Refusal } from "./Refusal.tsx";

/** What every question is about. */
export interface AskedActionProps extends DeploymentRef {
  deployment: Deployment;
  /** AWS's refusal of the permission, where it is remembered: it is shown before anybody is asked to confirm. */
  refusal: ActionFailure | undefined;
  close: () => void;
}

interface QuestionProps extends AskedActionProps {
  kind: ActionKind;
  /** What is sent, once it is confirmed; `undefined` while it is not known what. */
  intentionAfter: (after: string | undefined) => Intention | undefined;
  /** Whether it is confirmed by typing the group's name. */
  isIrreversible: boolean;
  /** Called in place of `close` once AWS has accepted it. */
  onAccepted?: (done: DoneAction) => void;
  isWide?: boolean;
  /** What will happen. */
  children: ReactNode;
}

/** How far the question is. */
type Stage =
  | { at: "refused-before"; failure: ActionFailure }
  | { at: "asking" }
  | { at: "sending" }
  /** `done` is absent where the intention had lapsed. */
  | { at: "done"; done: DoneAction | undefined };

const MEANWHILE = "Something else was sent meanwhile, from this browser.";

/**
 * Asks to confirm an action, once. It follows the deployment: what is not possible any more is taken back with the reason, and so
 * is what this browser has done meanwhile.
 */
export function AskedAction(props: QuestionProps) {
  const { kind, region, deploymentId, deployment, refusal, close, intentionAfter, isIrreversible } = props;
  const acting = useActing({ region, deploymentId });
  const done = useDoneActions({ region, deploymentId });
  const targets = knownTargets(useTargetList());
  const [after] = useState(done.at(-1)?.id);
  const [stage, setStage] = useState<Stage>(
    refusal ? { at: "refused-before", failure: refusal } : { at: "asking" },
  );
  const name = actionName(kind, deployment);
  const group = deployment.deploymentGroupName ?? "";
  const where = [deployment.applicationName, group].filter(Boolean).join(" / ");
  const isAsking = stage.at === "asking";
  const withdrawn = isAsking ? withdrawnBecause() : undefined;
  const isOpen = isAsking && withdrawn === undefined;
  const intention = intentionAfter(after);

  function withdrawnBecause(): string | undefined {
    if (done.at(-1)?.id !== after) return MEANWHILE;
    return obstacleTo(kind, deployment, targets)?.reason;
  }

  const confirm = async (confirmed: Intention) => {
    setStage({ at: "sending" });
    const ended = await acting.act(confirmed);
    if (ended?.outcome?.state !== "accepted") setStage({ at: "done", done: ended });
    else if (props.onAccepted) props.onAccepted(ended);
    else close();
  };

  return (
    <ConfirmDialog
      title={name}
      isWide={props.isWide === true}
      confirm={isOpen && intention ? { label: name, onConfirm: () => void confirm(intention) } : undefined}
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
          deploymentId={deploymentId}
          askAnyway={() => setStage({ at: "asking" })}
        />
      }
      onClose={close}
    >
      <p>
        Deployment <Code text={deploymentId} />
        {where !== "" && (
          <>
            {" of "}
            <strong>
              <AwsText text={where} cap={200} />
            </strong>
          </>
        )}
      </p>
      {isOpen && (
        <>
          {props.children}
          <p className="text-muted">
            <ExternalLink href={ACTION_PAGES[kind]}>What AWS says about it</ExternalLink>
          </p>
        </>
      )}
    </ConfirmDialog>
  );
}

interface SaidProps extends DeploymentRef {
  stage: Stage;
  withdrawn: string | undefined;
  askAnyway: () => void;
}

function Said({ stage, withdrawn, region, deploymentId, askAnyway }: SaidProps) {
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
          <Refusal failure={stage.failure} region={region} deploymentId={deploymentId} />
          <Button size="small" className="mt-2" onClick={askAnyway}>
            My role has changed: ask AWS again
          </Button>
        </>
      );
    case "done":
      return stage.done ? (
        <Ended done={stage.done} region={region} deploymentId={deploymentId} />
      ) : (
        <Notice tone="wait" title="Nothing was sent.">
          {MEANWHILE}
        </Notice>
      );
  }
}

function Ended({ done: { kind, outcome }, ...ref }: DeploymentRef & { done: DoneAction }) {
  if (outcome?.state === "refused") return <Refusal failure={outcome.failure} {...ref} />;
  const failure = outcome?.state === "unknown" ? outcome.failure : undefined;
  const { title, because, next } = unknownWords(kind, failure);
  return (
    <Notice tone="wait" title={title}>
      <p>
        {because} {next}
      </p>
    </Notice>
  );
}
