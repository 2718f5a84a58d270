import type { Deployment } from "../../../codedeploy/deployment/deployment.ts";
import { countOf, overview } from "../../../codedeploy/deployment/overview.ts";
import { platformFacts } from "../../../codedeploy/deployment/platform.ts";
import { isRunByCloudFormation } from "../../../codedeploy/deployment/creator.ts";
import { isFinished } from "../../../codedeploy/deployment/status.ts";
import { causeWords } from "../../../codedeploy/failure/failure-cause.ts";
import type { Why } from "../../../codedeploy/failure/why.ts";
import { why, whyTitle } from "../../../codedeploy/failure/why.ts";
import { useAws } from "../../../queries/deployments-context.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Card } from "../../../ui/Card.tsx";
import { Property, PropertyList } from "../../../ui/PropertyList.tsx";
import { JoinedFacts, JoinedTroubles, StoppedBy } from "../joins/JoinParts.tsx";
import { AftermathNotice } from "./AftermathNotice.tsx";
import { CloudFormationNotice } from "./CloudFormationNotice.tsx";
import { ErrorEvidence } from "./ErrorEvidence.tsx";
import { AwsWords } from "./FirstWhy.tsx";
import { FailureSummary } from "./FailureSummary.tsx";
import { KnownStep } from "./KnownStep.tsx";
import { RollbackFacts } from "./RollbackFacts.tsx";
import { useShownDeployment } from "../shown-deployment.ts";
import { OnceSettled, useSettled } from "../settled.tsx";

/** What went wrong, in plain words and in AWS's, what to do next, and what was done about it. Nothing when all is well. */
export function WhyCard() {
  const { deployment } = useShownDeployment();
  const found = why(deployment);
  if (!found) return null;
  return (
    <Card title={whyTitle(deployment, found)}>
      <div className="space-y-3">
        <JoinedTroubles />
        {!isFromOutside(found) && hasFailedTargets(deployment) ? (
          <OnceSettled before={<WhileReading found={found} />}>
            <FailureSummary />
            <Cause found={found} />
          </OnceSettled>
        ) : (
          <>
            <Cause found={found} />
            <OnceSettled>
              <FailureSummary />
            </OnceSettled>
          </>
        )}
        <JoinedFacts />
      </div>
    </Card>
  );
}

/** AWS's words, or what comes where it has none for the whole. */
function WhileReading({ found: { message, code } }: { found: Why }) {
  return (
    <AwsWords>
      {message === undefined && code === undefined && (
        <p className="text-muted">Reading how the targets ended…</p>
      )}
    </AwsWords>
  );
}

/** Whether the deployment was stopped from outside: its targets then tell what was cut off, and not why. */
function isFromOutside({ cause }: Why): boolean {
  return cause?.kind === "alarm" || cause?.kind === "stopped-by-hand";
}

/** Whether targets are likely to say more than AWS's error: then they come first. They do where all were skipped, too. */
function hasFailedTargets(deployment: Deployment): boolean {
  const counted = overview(deployment);
  const failedCount = countOf(counted, "Failed");
  if (counted.kind === "reported" && countOf(counted, "Skipped") === counted.total && counted.total > 0)
    return true;
  return failedCount === undefined ? deployment.status === "Failed" : failedCount > 0;
}

/** Why the whole deployment ended so, what to do, and what was done. */
function Cause({ found }: { found: Why }) {
  const { deployment } = useShownDeployment();
  const words = found.cause && causeWords(found.cause, platformFacts(deployment).targetNoun);
  // What CloudWatch tells of alarms makes room for itself: it is loaded out of sight, and all is shown together.
  const mayGrow = useAws().joins.includes("alarms") && found.cause?.kind === "alarm";
  const isShown = useSettled() || !mayGrow;
  return (
    <>
      {words && (
        <p className="font-semibold">
          <AwsText text={words.summary} />
        </p>
      )}
      {!isShown && <AwsWords />}
      <div className={isShown ? "space-y-3" : "hidden"}>
        <PropertyList>
          {found.cause?.kind === "alarm" && found.cause.alarmNames.length > 0 && (
            <Property name="Alarms">
              <StoppedBy alarmNames={found.cause.alarmNames} />
            </Property>
          )}
          {found.cause?.kind === "told" ? (
            <KnownStep message={found.cause.message} />
          ) : (
            <ErrorEvidence message={found.message} code={found.code} />
          )}
          {words?.nextStep && <Property name="What to do">{words.nextStep}</Property>}
          {found.statusMessages.length > 0 && (
            <Property name="Messages">
              <AwsText text={found.statusMessages.join("\n")} />
            </Property>
          )}
          <RollbackFacts />
        </PropertyList>
        {isFinished(deployment.status) && <AftermathNotice />}
        {isFinished(deployment.status) && isRunByCloudFormation(deployment) && (
          <CloudFormationNotice stackId={deployment.externalId} />
        )}
      </div>
    </>
  );
}
