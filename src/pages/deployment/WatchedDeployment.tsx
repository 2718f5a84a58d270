import { useAccount } from "../../access/account.ts";
import type { DeploymentAnswer, DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import { deploymentTitle, pageTitle } from "../../codedeploy/deployment/page-title.ts";
import { statusFacts } from "../../codedeploy/deployment/status.ts";
import { AppError } from "../../errors/app-error.ts";
import { errorWords, isSignInEnded } from "../../errors/error-words.ts";
import type { LiveDeployment } from "../../queries/deployment.ts";
import { useDeployment } from "../../queries/deployment.ts";
import { Skeleton } from "../../ui/Card.tsx";
import { FirstLoadError } from "../faults/FirstLoadError.tsx";
import { PageFrame } from "../frame/PageFrame.tsx";
import { useTabStatus } from "../frame/tab-status.tsx";
import { DeploymentCards } from "./DeploymentCards.tsx";
import { RefreshFailure, StatusAnnouncer } from "./RefreshFailure.tsx";
import { DeploymentTitle } from "./header/DeploymentTitle.tsx";
import { LiveControls } from "./header/LiveControls.tsx";
import { useAlertChoice } from "./header/alert-choice.ts";
import { SignInGate } from "./later-parts.tsx";

interface WatchedDeploymentProps extends DeploymentRef {
  regions: readonly string[];
}

/** A deployment from its first request on: on its way, not to be had, or shown and kept up to date. */
export function WatchedDeployment({ region, deploymentId, regions }: WatchedDeploymentProps) {
  const { notifies, sounds } = useAlertChoice();
  const live = useDeployment({ region, deploymentId }, { keepsWatching: notifies || sounds });
  const { answer } = live;
  // Without a network nothing is asked, so nothing fails; somebody who waits for a first answer must know.
  const error = live.error ?? (live.isOffline && !answer ? new AppError("network") : undefined);
  const tone = answer ? statusFacts(answer.deployment.status).tone : "neutral";
  useTabStatus(tabTitle(answer, error, deploymentId), tone);
  const { signIn } = useAccount();
  if (!answer && error && signIn && isSignInEnded(error)) return <SignInGate />;
  return (
    <PageFrame
      title={<DeploymentTitle deployment={answer?.deployment} deploymentId={deploymentId} />}
      controls={answer && <LiveControls live={live} region={region} deploymentId={deploymentId} />}
    >
      {answer && <ShownDeployment live={live} answer={answer} region={region} deploymentId={deploymentId} />}
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
      {!answer && !error && <DeploymentSkeleton />}
    </PageFrame>
  );
}

function tabTitle(
  answer: DeploymentAnswer | undefined,
  error: AppError | undefined,
  deploymentId: string,
): string {
  if (answer) return deploymentTitle(answer.deployment, deploymentId);
  return error ? pageTitle(errorWords(error).title, deploymentId) : pageTitle(deploymentId);
}

interface ShownDeploymentProps extends DeploymentRef {
  live: LiveDeployment;
  answer: DeploymentAnswer;
}

/** The last good answer, with a word about refreshing when that fails. */
function ShownDeployment({ live, answer, region, deploymentId }: ShownDeploymentProps) {
  const { deployment } = answer;
  return (
    <div className="space-y-4">
      <RefreshFailure live={live} />
      <DeploymentCards
        answer={answer}
        isPaused={live.isPaused}
        transitions={live.transitions}
        region={region}
        deploymentId={deploymentId}
      />
      <StatusAnnouncer status={deployment.status} />
    </div>
  );
}

/** The page before its first answer, in the final layout. */
function DeploymentSkeleton() {
  return (
    <div className="space-y-4" aria-busy>
      <p className="sr-only">Loading the deployment…</p>
      <div className="space-y-4 rounded-lg border border-l-8 border-line px-4 py-4 sm:px-5">
        <div className="flex justify-between gap-8">
          <div className="flex-1 space-y-2">
            <Skeleton className="h-8 w-44" />
            <Skeleton className="h-4 max-w-md" />
          </div>
          <Skeleton className="h-10 w-28" />
        </div>
        <Skeleton className="h-3 w-full" />
        <Skeleton className="h-4 w-3/4" />
      </div>
      {[0, 1].map((card) => (
        <div key={card} className="space-y-3 rounded-lg border border-line px-4 py-3">
          <Skeleton className="h-5 w-32" />
          <Skeleton className="h-4 max-w-xl" />
          <Skeleton className="h-4 max-w-lg" />
        </div>
      ))}
    </div>
  );
}
