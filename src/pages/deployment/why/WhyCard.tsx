import type { ReactNode } from "react";
import { isRunByCloudFormation } from "../../../codedeploy/failure/aftermath.ts";
import type { Deployment } from "../../../codedeploy/deployment/deployment.ts";
import { platformFacts } from "../../../codedeploy/deployment/platform.ts";
import { isFinished } from "../../../codedeploy/deployment/status.ts";
import { why } from "../../../codedeploy/failure/why.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Card } from "../../../ui/Card.tsx";
import { Property, PropertyList } from "../../../ui/PropertyList.tsx";
import { AftermathNotice } from "./AftermathNotice.tsx";
import { AlarmLinks } from "./AlarmLinks.tsx";
import { CloudFormationNotice } from "./CloudFormationNotice.tsx";
import { ErrorEvidence } from "./ErrorEvidence.tsx";
import { RollbackFacts } from "./RollbackFacts.tsx";
import { causeWords } from "../../../codedeploy/failure/cause-words.ts";
import { whyTitle } from "../../../codedeploy/failure/why-title.ts";

interface WhyCardProps {
  deployment: Deployment;
  region: string;
  /** Which targets failed and with which last words: the cause, where AWS's error says only that there is one. */
  failures: ReactNode;
}

/** What went wrong, in plain words and in AWS's, what to do next, and what was done about it. Nothing when all is well. */
export function WhyCard({ deployment, region, failures }: WhyCardProps) {
  const found = why(deployment);
  if (!found) return null;
  const words = found.cause && causeWords(found.cause, platformFacts(deployment).targetNoun);
  return (
    <Card title={whyTitle(deployment, found)}>
      <div className="space-y-3">
        {failures}
        {words && <p className="font-semibold">{words.summary}</p>}
        <PropertyList>
          <ErrorEvidence message={found.message} code={found.code} />
          {words && <Property name="What to do">{words.nextStep}</Property>}
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
        {found.aftermath && <AftermathNotice aftermath={found.aftermath} />}
        {isFinished(deployment.status) && isRunByCloudFormation(deployment) && (
          <CloudFormationNotice stackId={deployment.externalId} />
        )}
      </div>
    </Card>
  );
}
