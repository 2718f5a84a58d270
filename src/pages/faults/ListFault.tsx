import { useAccount } from "../../access/account.ts";
import type { AppError } from "../../errors/app-error.ts";
import { listErrorWords } from "../../errors/list-error-words.ts";
import { AwsText } from "../../ui/AwsText.tsx";
import { Button } from "../../ui/Button.tsx";
import { Code } from "../../ui/Code.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Property, PropertyList } from "../../ui/PropertyList.tsx";
import { HomeLink } from "../frame/Link.tsx";
import { ErrorReport } from "./ErrorReport.tsx";
import { MissingPolicy } from "./MissingPolicy.tsx";

interface ListFaultProps {
  error: AppError;
  region: string;
  retry: () => unknown;
}

/** In place of a list that could not be read even once. The page's heading stands in its frame. */
export function ListFault({ error, region, retry }: ListFaultProps) {
  const { signIn } = useAccount();
  const { detail, awsCode, requestId } = error;
  return (
    <ErrorReport
      words={listErrorWords(error)}
      heading="h2"
      isAlert
      remedy={error.kind === "access-denied" && <MissingPolicy error={error} region={region} />}
      actions={
        <>
          {error.kind === "signed-out" && signIn ? (
            <Button look="primary" onClick={() => void signIn()}>
              Sign in again
            </Button>
          ) : (
            <Button look="primary" onClick={() => void retry()}>
              Try again
            </Button>
          )}
          <HomeLink />
        </>
      }
    >
      {(detail ?? awsCode ?? requestId) !== undefined && (
        <div className="border-t border-line pt-4">
          <PropertyList>
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
        </div>
      )}
    </ErrorReport>
  );
}

interface PartFaultProps {
  /** What is missing, without a full stop. */
  title: string;
  error: AppError | undefined;
  region: string;
}

/** In place of a part of a page that AWS did not answer: the rest of the page stays. */
export function PartFault({ title, error, region }: PartFaultProps) {
  if (!error) return null;
  return (
    <Notice tone="neutral" title={title}>
      <p>{listErrorWords(error).meaning}</p>
      {error.kind === "access-denied" && (
        <details className="mt-1">
          <summary className="inline-flex min-h-6 items-center">How to allow it</summary>
          <MissingPolicy error={error} region={region} />
        </details>
      )}
    </Notice>
  );
}
