import { memo, useCallback, useMemo, useState } from "react";
import { useAccount } from "../../access/account.ts";
import { addressFault } from "../../codedeploy/deployment/address-fault.ts";
import type { DeploymentAnswer, DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import { deploymentTitle, pageTitle } from "../../codedeploy/deployment/page-title.ts";
import { statusFacts } from "../../codedeploy/deployment/status.ts";
import { AppError, isSignInEnded } from "../../errors/app-error.ts";
import type { LiveDeployment } from "../../queries/deployment.ts";
import { useAws } from "../../queries/deployments-context.ts";
import { useDeployment } from "../../queries/deployment.ts";
import { TargetListProvider } from "../../queries/targets.tsx";
import { Button } from "../../ui/Button.tsx";
import { laterPart } from "../../ui/later-part.tsx";
import { useMedia } from "../../ui/browser/use-media.ts";
import { PageFrame } from "../frame/PageFrame.tsx";
import { TabStatus } from "../frame/tab-status.tsx";
import { COLUMNS, DeploymentSkeleton } from "./DeploymentSkeleton.tsx";
import { RefreshFailure } from "./RefreshFailure.tsx";
import { TargetsPolling } from "./TargetsPolling.tsx";
import { DeploymentHeading } from "./header/DeploymentHeading.tsx";
import { LiveControls } from "./header/LiveControls.tsx";
import { useAlertChoice } from "./header/alert-choice.ts";
import { PausedProvider, ShownDeploymentProvider } from "./shown-deployment.ts";
import { OnceSettled, SettledProvider } from "./settled.tsx";
import { StatusAnnouncer } from "./status/StatusAnnouncer.tsx";
import { StatusStrip } from "./status/StatusStrip.tsx";
import { FirstHappening, FirstWhy } from "./why/FirstWhy.tsx";

const AddressFaultPage = laterPart(
  "What is wrong with the address",
  async () => (await import("../faults/AddressFaultPage.tsx")).AddressFaultPage,
);
const SignInGate = laterPart(
  "The way to the sign-in page",
  async () => (await import("../sign-in/SignInGate.tsx")).SignInGate,
);
const FirstLoadError = laterPart(
  "Why the deployment cannot be shown",
  async () => (await import("../faults/FirstLoadError.tsx")).FirstLoadError,
  { fallback: <DeploymentSkeleton /> },
);
const WhyCard = laterPart("Why it ended so", async () => (await import("./why/WhyCard.tsx")).WhyCard, {
  fallback: <FirstWhy />,
  remains: () => <FirstWhy />,
});
const HappeningNow = laterPart(
  "What happens now",
  async () => (await import("./why/HappeningNow.tsx")).HappeningNow,
  { fallback: <FirstHappening /> },
);
const MovingCards = laterPart(
  "The targets",
  async () => (await import("./DeploymentDetails.tsx")).MovingCards,
);
const StandingCards = laterPart("What changed and the settings", async () => {
  // On a narrow screen these stand below the targets.
  await MovingCards.loaded();
  return (await import("./DeploymentDetails.tsx")).StandingCards;
});

const JoinsPolling = laterPart<{ onAnswered: () => void }>(
  "What other services tell",
  async () => (await import("./joins/JoinsPolling.tsx")).JoinsPolling,
  { place: "none" }, // What shows the answers is in the same file, and says so.
);
const PrintHead = laterPart(
  "The head of the paper",
  async () => (await import("./share/PrintHead.tsx")).PrintHead,
  { place: "none" },
);
const ActionNotice = laterPart(
  "What became of an action",
  async () => (await import("./actions/ActionNotice.tsx")).ActionNotice,
);

interface DeploymentPageProps extends DeploymentRef {
  /** The Regions that this installation shows. */
  regions: readonly string[];
  /** Whether this site lets people act on deployments whose role allows it. */
  hasActions: boolean;
}

/** What an address with a Region and an id leads to. AWS is not asked where the address can name no deployment. */
export function DeploymentPage(props: DeploymentPageProps) {
  const fault = addressFault(props, props.regions);
  if (fault) return <AddressFaultPage {...props} fault={fault} />;
  return (
    <TargetListProvider region={props.region} deploymentId={props.deploymentId}>
      <WatchedDeployment {...props} />
    </TargetListProvider>
  );
}

/** A deployment from its first request on: loading, failed to load, or shown and kept up to date. */
function WatchedDeployment({ region, deploymentId, regions, hasActions }: DeploymentPageProps) {
  const [areKeysShown, setKeysShown] = useState(false);
  const { notifies, sounds } = useAlertChoice();
  const live = useDeployment({ region, deploymentId }, { keepsWatching: notifies || sounds });
  const { answer } = live;
  // Without a network nothing is asked, so nothing fails; somebody who waits for a first answer must know.
  const error = live.error ?? (live.isOffline && !answer ? new AppError("network") : undefined);
  const { signIn } = useAccount();
  if (!answer && error && signIn && isSignInEnded(error)) return <SignInGate />;
  return (
    <PageFrame
      isWaiting={!answer && !error}
      heading={
        <DeploymentHeading
          deployment={answer?.deployment}
          region={region}
          deploymentId={deploymentId}
          hasActions={hasActions}
        />
      }
      controls={
        answer && (
          <LiveControls
            live={live}
            region={region}
            deploymentId={deploymentId}
            areKeysShown={areKeysShown}
            showKeys={setKeysShown}
          />
        )
      }
      viewEntries={answer && <KeysEntry show={() => setKeysShown(true)} />}
    >
      {answer && (
        <Shown
          live={live}
          answer={answer}
          region={region}
          deploymentId={deploymentId}
          hasActions={hasActions}
        />
      )}
      {!answer && error && (
        <FirstLoadError
          error={error}
          region={region}
          deploymentId={deploymentId}
          regions={regions}
          retry={live.refresh}
          nextTryAtMs={live.nextTryAtMs}
        />
      )}
      {!answer && !error && (
        <>
          <TabStatus title={pageTitle(deploymentId)} />
          <DeploymentSkeleton />
        </>
      )}
    </PageFrame>
  );
}

/** Opens the list of keys, where there is likely to be a keyboard. */
function KeysEntry({ show }: { show: () => void }) {
  return (
    <Button size="small" className="pointer-coarse:hidden" onClick={show}>
      Keyboard shortcuts
    </Button>
  );
}

interface ShownProps extends DeploymentRef {
  live: LiveDeployment;
  answer: DeploymentAnswer;
  hasActions: boolean;
}

/** The last good answer, below a notice when refreshing fails. */
function Shown({ live, answer, region, deploymentId, hasActions }: ShownProps) {
  const { isPaused, transitions } = live;
  const { deployment } = answer;
  const shown = useMemo(
    () => ({ region, deploymentId, answer, deployment: answer.deployment, transitions, hasActions }),
    [region, deploymentId, answer, transitions, hasActions],
  );
  return (
    <div className="space-y-3">
      <TabStatus
        title={deploymentTitle(deployment, deploymentId)}
        tone={statusFacts(deployment.status).tone}
      />
      <PrintHead updatedAtMs={live.updatedAtMs} />
      <RefreshFailure live={live} />
      {hasActions && <ActionNotice region={region} deploymentId={deploymentId} deployment={deployment} />}
      <ShownDeploymentProvider value={shown}>
        <PausedProvider value={isPaused}>
          <Cards />
        </PausedProvider>
      </ShownDeploymentProvider>
      <StatusAnnouncer status={deployment.status} />
    </div>
  );
}

/**
 * The cards in the order of a reader's questions, in two columns where there is room: at the left what goes on, at the right what
 * stays as it is. Each takes what it shows from the context.
 */
export const Cards = memo(function Cards() {
  const hasTwoColumns = useMedia("(min-width: 75rem)");
  const hasJoins = useAws().joins.length > 0;
  const [areJoinsAnswered, setJoinsAnswered] = useState(!hasJoins);
  const onAnswered = useCallback(() => setJoinsAnswered(true), []);
  const areFirstCardsThere = ![WhyCard.useIsThere(), HappeningNow.useIsThere()].includes(false);
  return (
    <SettledProvider isRestThere={areJoinsAnswered && areFirstCardsThere}>
      <TargetsPolling />
      {hasJoins && <JoinsPolling onAnswered={onAnswered} />}
      <StatusStrip />
      <div className={COLUMNS}>
        <div className="min-w-0 space-y-3">
          <WhyCard />
          <HappeningNow />
          <OnceSettled>
            <MovingCards />
          </OnceSettled>
        </div>
        <div className="min-w-0 space-y-3">
          {hasTwoColumns ? (
            <StandingCards />
          ) : (
            <OnceSettled>
              <StandingCards />
            </OnceSettled>
          )}
        </div>
      </div>
    </SettledProvider>
  );
});
