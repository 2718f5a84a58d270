import type { Aftermath } from "../../domain/aftermath.ts";
import { isRunByCloudFormation } from "../../domain/aftermath.ts";
import { deploymentUrl } from "../../domain/console-link.ts";
import type { Deployment } from "../../domain/deployment.ts";
import { ERROR_CODES_URL } from "../../domain/error-code.ts";
import { platformFacts } from "../../domain/platform.ts";
import { isFinished } from "../../domain/status.ts";
import type { Why } from "../../domain/why.ts";
import { why } from "../../domain/why.ts";
import { AwsText } from "../../ui/AwsText.tsx";
import { Card } from "../../ui/Card.tsx";
import { Code } from "../../ui/Code.tsx";
import { ExternalLink } from "../../ui/ExternalLink.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Property, PropertyList } from "../../ui/PropertyList.tsx";
import { ConsoleLink } from "../ConsoleLink.tsx";
import { AlarmLinks } from "./AlarmLinks.tsx";
import { CloudFormationNotice } from "./CloudFormationNotice.tsx";
import { RollbackFacts } from "./RollbackFacts.tsx";
import { causeWords } from "./cause-words.ts";
import { whyTitle } from "./why-title.ts";

interface WhyCardProps {
  deployment: Deployment;
  region: string;
}

const AFTERMATHS: Readonly<Record<Aftermath, { title: string; text: string }>> = {
  "alias-split": {
    title: "The alias may point to two versions.",
    text: "Lambda keeps sending part of the traffic to each, and later deployments fail, until the alias points to one version. Check its routing and set it by hand.",
  },
  "instances-indeterminate": {
    title: "Some instances may be half deployed.",
    text: "CodeDeploy leaves each instance in the state in which the stop found it. Deploy again to bring all of them to one revision.",
  },
};

/** What went wrong, in plain words and in AWS's, what to do next, and what was done about it. Nothing when all is well. */
export function WhyCard({ deployment, region }: WhyCardProps) {
  const found = why(deployment);
  if (!found) return null;
  const words = found.cause && causeWords(found.cause, platformFacts(deployment).targetNoun);
  const left = found.aftermath && AFTERMATHS[found.aftermath];
  return (
    <Card title={whyTitle(deployment, found)}>
      <div className="space-y-3">
        {words && <p className="font-semibold">{words.summary}</p>}
        <PropertyList>
          <ErrorFacts why={found} />
          {words && (
            <Property name="What to do">
              {words.nextStep} <DetailsLink deployment={deployment} region={region} />
            </Property>
          )}
          {found.cause?.kind === "alarm" && found.cause.alarmNames.length > 0 && (
            <Property name="Alarms">
              <AlarmLinks region={region} alarmNames={found.cause.alarmNames} />
            </Property>
          )}
          <RollbackFacts region={region} rollback={found.rollback} outlook={found.outlook} />
          {found.statusMessages.length > 0 && (
            <Property name="Messages">
              {found.statusMessages.map((message) => (
                <p key={message}>
                  <AwsText text={message} />
                </p>
              ))}
            </Property>
          )}
        </PropertyList>
        {left && (
          <Notice tone="wait" title={left.title}>
            <p>{left.text}</p>
          </Notice>
        )}
        {isFinished(deployment.status) && isRunByCloudFormation(deployment) && (
          <CloudFormationNotice stackId={deployment.externalId} />
        )}
      </div>
    </Card>
  );
}

function ErrorFacts({ why: { message, code } }: { why: Why }) {
  return (
    <>
      {message !== undefined && (
        <Property name="AWS says">
          <AwsText text={message} />
        </Property>
      )}
      {code !== undefined && (
        <Property name="Error code">
          <Code text={code} copyAs="error code" />{" "}
          <ExternalLink href={ERROR_CODES_URL}>AWS's list of codes</ExternalLink>
        </Property>
      )}
    </>
  );
}

/** Lifecycle events and script logs are on the targets, which the console shows. */
function DetailsLink({ deployment, region }: WhyCardProps) {
  const href = deploymentUrl(region, deployment.deploymentId ?? "");
  return href && <ConsoleLink href={href}>Open it in the AWS console</ConsoleLink>;
}
