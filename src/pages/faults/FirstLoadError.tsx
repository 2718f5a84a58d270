import { useState } from "react";
import type { AppError } from "../../errors/app-error.ts";
import { clockSkewMs } from "./clock-skew.ts";
import type { DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import { errorWords } from "../../errors/error-words.ts";
import { MissingPolicy, RegionLinks } from "../deployment/later-parts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Countdown, Duration } from "../../ui/Elapsed.tsx";
import { useAccount } from "../../access/account.ts";
import { ErrorReport } from "./ErrorReport.tsx";
import { FailureDetails } from "./FailureDetails.tsx";
import { HomeLink } from "../frame/HomeLink.tsx";

interface FirstLoadErrorProps extends DeploymentRef {
  error: AppError;
  /** The Regions that this installation shows. */
  regions: readonly string[];
  retry: () => Promise<unknown>;
  /** When the next try is due (epoch milliseconds); absent when none is. */
  nextTryAtMs: number | undefined;
}

/** In place of a deployment that could not be shown even once. The page's heading stands in its frame. */
export function FirstLoadError({
  error,
  region,
  deploymentId,
  regions,
  retry,
  nextTryAtMs,
}: FirstLoadErrorProps) {
  const { signIn } = useAccount();
  return (
    <ErrorReport
      words={errorWords(error)}
      heading="h2"
      isAlert
      remedy={
        <>
          {error.kind === "clock-skew" && <ClockSkew detail={error.detail} />}
          {/* What helps where AWS has answered may come later: the network is there. */}
          {error.kind === "not-found" && (
            <RegionLinks deploymentId={deploymentId} except={region} regions={regions} />
          )}
          {error.kind === "access-denied" && <MissingPolicy error={error} region={region} />}
        </>
      }
      actions={
        <>
          {error.kind === "signed-out" && signIn ? (
            <Button look="primary" onClick={() => void signIn()}>
              Sign in again
            </Button>
          ) : (
            <RetryButton retry={retry} />
          )}
          {nextTryAtMs !== undefined && (
            <span className="text-muted">
              Trying again by itself in <Countdown untilMs={nextTryAtMs} />
            </span>
          )}
          <HomeLink />
        </>
      }
    >
      <FailureDetails error={error} region={region} deploymentId={deploymentId} />
    </ErrorReport>
  );
}

function RetryButton({ retry }: Pick<FirstLoadErrorProps, "retry">) {
  const [isRetrying, setRetrying] = useState(false);
  const tryAgain = async () => {
    setRetrying(true);
    await retry();
    setRetrying(false);
  };
  return (
    <Button look="primary" aria-disabled={isRetrying} onClick={isRetrying ? undefined : tryAgain}>
      {isRetrying ? "Trying…" : "Try again"}
    </Button>
  );
}

function ClockSkew({ detail }: { detail: string | undefined }) {
  const skewMs = clockSkewMs(detail);
  if (skewMs === undefined) return null;
  return (
    <p>
      This device’s clock is <Duration lengthMs={Math.abs(skewMs)} /> {skewMs < 0 ? "behind" : "ahead of"}{" "}
      AWS’s.
    </p>
  );
}
