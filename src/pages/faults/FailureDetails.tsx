import type { AppError } from "../../errors/app-error.ts";
import type { DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import { errorDetails } from "./error-details.ts";
import { AwsText } from "../../ui/AwsText.tsx";
import { Code } from "../../ui/Code.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Property, PropertyList } from "../../ui/PropertyList.tsx";

interface FailureDetailsProps extends DeploymentRef {
  error: AppError;
}

/** The evidence of a failure, to read and to send on. */
export function FailureDetails({ error, region, deploymentId }: FailureDetailsProps) {
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
