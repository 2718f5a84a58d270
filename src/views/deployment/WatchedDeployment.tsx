import { AppError } from "../../domain/app-error.ts";
import type { DeploymentAnswer, DeploymentRef } from "../../domain/deployment.ts";
import { useDeployment } from "../../queries/use-deployment.ts";
import { errorWords, isSignInEnded } from "../../domain/error-words.ts";
import { deploymentTitle, pageTitle } from "../../domain/page-title.ts";
import { statusFacts } from "../../domain/status.ts";
import { useAccount } from "../account/account.ts";
import { useAlertChoice } from "../alerts/use-alert-choice.ts";
import { FirstLoadError } from "../FirstLoadError.tsx";
import { PageFrame } from "../PageFrame.tsx";
import { useTabStatus } from "../use-tab-status.ts";
import { DeploymentSkeleton } from "./DeploymentSkeleton.tsx";
import { DeploymentTitle } from "./DeploymentTitle.tsx";
import { SignInGate } from "./later-parts.tsx";
import { LiveControls } from "./LiveControls.tsx";
import { ShownDeployment } from "./ShownDeployment.tsx";

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
          nextTryAtMs={live.timing().nextAtMs}
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
