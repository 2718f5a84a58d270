import type { ReactNode } from "react";
import { useState } from "react";
import { useAccount } from "../../access/account.ts";
import type { AppError } from "../../errors/app-error.ts";
import type { ErrorWords } from "../../errors/error-words.ts";
import { AwsText } from "../../ui/AwsText.tsx";
import { Button } from "../../ui/Button.tsx";
import { Code } from "../../ui/Code.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Property, PropertyList } from "../../ui/PropertyList.tsx";
import { Countdown, Duration } from "../../ui/time.tsx";
import { HomeLink } from "../frame/Link.tsx";
import { ErrorReport } from "./ErrorReport.tsx";

/** What was asked for, by names and values. */
export type Wanted = readonly (readonly [name: string, value: string])[];

interface LoadFailureProps {
  error: AppError;
  words: ErrorWords;
  wanted: Wanted;
  /** What helps to do what the words say, beside the difference of the clocks. */
  remedy?: ReactNode;
  retry: () => unknown;
  /** When the next try is due (epoch milliseconds); absent when none is. */
  nextTryAtMs: number | undefined;
}

/** In place of what could not be read even once: why, when it is tried again, and the evidence. The page's heading stands in its frame. */
export function LoadFailure({ error, words, wanted, remedy, retry, nextTryAtMs }: LoadFailureProps) {
  const { signIn } = useAccount();
  return (
    <ErrorReport
      words={words}
      heading="h2"
      isAlert
      remedy={
        <>
          {error.kind === "clock-skew" && <ClockSkew detail={error.detail} />}
          {remedy}
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
      <Evidence error={error} wanted={wanted} />
    </ErrorReport>
  );
}

function RetryButton({ retry }: Pick<LoadFailureProps, "retry">) {
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

/** What AWS says of a failure, to read and to send on. */
function Evidence({ error, wanted }: Pick<LoadFailureProps, "error" | "wanted">) {
  const { detail, awsCode, requestId } = error;
  return (
    <div className="space-y-3 border-t border-line pt-4">
      <PropertyList>
        {wanted.map(([name, value]) => (
          <Property key={name} name={name}>
            <Code text={value} />
          </Property>
        ))}
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
      <CopyButton text={errorDetails(error, wanted)} what="details" label="Copy details" />
    </div>
  );
}

/** A failure as lines of text, for those who are asked for help: what was asked, and AWS's evidence. */
export function errorDetails(error: AppError, wanted: Wanted): string {
  const lines: readonly (readonly [name: string, value: string | undefined])[] = [
    ...wanted,
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
