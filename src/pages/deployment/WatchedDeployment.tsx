import { AppError } from "../../errors/app-error.ts";
import type { DeploymentAnswer, DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import { useDeployment } from "../../queries/deployment.ts";
import { errorWords, isSignInEnded } from "../../errors/error-words.ts";
import { deploymentTitle, pageTitle } from "../../codedeploy/deployment/page-title.ts";
import { statusFacts } from "../../codedeploy/deployment/status.ts";
import { useAccount } from "../../access/account.ts";
import { useAlertChoice } from "./header/alert-choice.ts";
import { FirstLoadError } from "../faults/FirstLoadError.tsx";
import { PageFrame } from "../frame/PageFrame.tsx";
import { useTabStatus } from "../frame/use-tab-status.ts";
import { DeploymentSkeleton } from "./DeploymentSkeleton.tsx";
import { DeploymentTitle } from "./header/DeploymentTitle.tsx";
import { SignInGate } from "./later-parts.tsx";
import { LiveControls } from "./header/LiveControls.tsx";
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
