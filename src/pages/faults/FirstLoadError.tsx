import { useState } from "react";
import { useAccount } from "../../access/account.ts";
import type { DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import type { AppError } from "../../errors/app-error.ts";
import { errorWords } from "../../errors/error-words.ts";
import { pageTitle } from "../../codedeploy/deployment/page-title.ts";
import { AwsText } from "../../ui/AwsText.tsx";
import { Button } from "../../ui/Button.tsx";
import { Code } from "../../ui/Code.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Property, PropertyList } from "../../ui/PropertyList.tsx";
import { Countdown, Duration } from "../../ui/time.tsx";
import { laterPart } from "../../ui/later-part.tsx";
import { HomeLink } from "../frame/Link.tsx";
import { TabStatus } from "../frame/tab-status.tsx";
import { ErrorReport } from "./ErrorReport.tsx";

const MissingPolicy = laterPart(
  "The policy that allows it",
  async () => (await import("./MissingPolicy.tsx")).MissingPolicy,
);
const RegionLinks = laterPart(
  "Links to other Regions",
  async () => (await import("./RegionLinks.tsx")).RegionLinks,
);

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
  const words = errorWords(error);
  return (
    <ErrorReport
      words={words}
      heading="h2"
      isAlert
      remedy={
        <>
          {error.kind === "clock-skew" && <ClockSkew detail={error.detail} />}
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
      <TabStatus title={pageTitle(words.title, deploymentId)} />
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

interface FailureDetailsProps extends DeploymentRef {
  error: AppError;
}

/** The evidence of a failure, to read and to send on. */
function FailureDetails({ error, region, deploymentId }: FailureDetailsProps) {
  const { detail, awsCode, requestId } = error;
  return (
    <div className="space-y-3 border-t border-line pt-4">
      <PropertyList>
        <Property name="Deployment">
          <Code text={deploymentId} />
        </Property>
        <Property name="Region">{region}</Property>
        {detail !== undefined && (
          <Property name={awsCode === undefined ? "Message" : "AWS says"}>
            <AwsText text={detail} />
          </Property>
        )}
        {awsCode !== undefined && (
          <Property name="AWS error">
            <Code text={awsCode} />
          </Property>
        )}
        {requestId !== undefined && (
          <Property name="Request id">
            <Code text={requestId} copyAs="request id" />
          </Property>
        )}
      </PropertyList>
      <CopyButton text={errorDetails(error, { region, deploymentId })} what="details" label="Copy details" />
    </div>
  );
}

/** A failure as lines of text, for those who are asked for help: what was asked, and AWS's evidence. */
export function errorDetails(error: AppError, { region, deploymentId }: DeploymentRef): string {
  const lines: readonly (readonly [name: string, value: string | undefined])[] = [
    ["Deployment", deploymentId],
    ["Region", region],
    ["Failure", error.kind],
    ["AWS error", error.awsCode],
    ["AWS message", error.detail],
    ["Request id", error.requestId],
  ];
  return lines.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`])).join("\n");
}

/** "Signature expired: 20261122T140210Z is now earlier than … (20261122T141510Z - 5 min.)", and its opposite. */
const TIMES = /signature (?:expired|not yet current): (\d{8}T\d{6}Z) .*\((\d{8}T\d{6}Z) [+-] /i;
const BASIC_ISO = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

/**
 * How far this device's clock is ahead of AWS's, in milliseconds, as AWS's message about a refused signature
 * tells it; negative when it is behind, `undefined` when the message has no times.
 */
export function clockSkewMs(detail: string | undefined): number | undefined {
  const [, here, there] = TIMES.exec(detail ?? "") ?? [];
  if (here === undefined || there === undefined) return undefined;
  const skewMs = basicIsoMs(here) - basicIsoMs(there);
  return Number.isNaN(skewMs) ? undefined : skewMs;
}

function basicIsoMs(text: string): number {
  return Date.parse(text.replace(BASIC_ISO, "$1-$2-$3T$4:$5:$6Z"));
}
