import { platformFacts } from "../../../codedeploy/deployment/platform.ts";
import { isRunByCloudFormation } from "../../../codedeploy/deployment/creator.ts";
import { isFinished } from "../../../codedeploy/deployment/status.ts";
import { ERROR_CODES_URL } from "../../../codedeploy/failure/error-code.ts";
import { causeWords } from "../../../codedeploy/failure/failure-cause.ts";
import type { Why } from "../../../codedeploy/failure/why.ts";
import { why, whyTitle } from "../../../codedeploy/failure/why.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Card, Skeleton } from "../../../ui/Card.tsx";
import { laterPart } from "../../../ui/later-part.tsx";
import { Code } from "../../../ui/Code.tsx";
import { ExternalLink } from "../../../ui/ExternalLink.tsx";
import { Property, PropertyList } from "../../../ui/PropertyList.tsx";
import { AlarmLinks } from "./AlarmLinks.tsx";
import { useShownDeployment } from "../shown-deployment.ts";

/** Which targets failed and with which last words: the cause, where AWS's error says only that there is one. */
export const FailureSummary = laterPart(
  "What failed where",
  async () => (await import("./FailureSummary.tsx")).FailureSummary,
  { fallback: <Skeleton className="h-32 w-full" /> },
);

const RollbackFacts = laterPart("Rollback", async () => (await import("./RollbackFacts.tsx")).RollbackFacts, {
  place: "property",
});

/** At the end of a card, and rarely there: what they say is not needed to say what happened. */
export const CloudFormationNotice = laterPart(
  "Who runs this deployment",
  async () => (await import("./CloudFormationNotice.tsx")).CloudFormationNotice,
);
const AftermathNotice = laterPart(
  "What it leaves behind",
  async () => (await import("./AftermathNotice.tsx")).AftermathNotice,
);

const KnownStep = laterPart("What to do", async () => (await import("./KnownStep.tsx")).KnownStep, {
  place: "property",
});

/** What went wrong, in plain words and in AWS's, what to do next, and what was done about it. Nothing when all is well. */
export function WhyCard() {
  const { region, deployment } = useShownDeployment();
  const found = why(deployment);
  if (!found) return null;
  const words = found.cause && causeWords(found.cause, platformFacts(deployment).targetNoun);
  return (
    <Card title={whyTitle(deployment, found)}>
      <div className="space-y-3">
        <FailureSummary />
        {words && (
          <p className="font-semibold">
            <AwsText text={words.summary} />
          </p>
        )}
        <PropertyList>
          {found.cause?.kind === "told" ? (
            <KnownStep message={found.cause.message} />
          ) : (
            <ErrorEvidence message={found.message} code={found.code} />
          )}
          {words?.nextStep && <Property name="What to do">{words.nextStep}</Property>}
          {found.cause?.kind === "alarm" && found.cause.alarmNames.length > 0 && (
            <Property name="Alarms">
              <AlarmLinks region={region} alarmNames={found.cause.alarmNames} />
            </Property>
          )}
          <RollbackFacts />
          {found.statusMessages.length > 0 && (
            <Property name="Messages">
              <AwsText text={found.statusMessages.join("\n")} />
            </Property>
          )}
        </PropertyList>
        {isFinished(deployment.status) && <AftermathNotice />}
        {isFinished(deployment.status) && isRunByCloudFormation(deployment) && (
          <CloudFormationNotice stackId={deployment.externalId} />
        )}
      </div>
    </Card>
  );
}

/** AWS's own words about an error, and its code, as properties. */
function ErrorEvidence({ message, code }: Pick<Why, "message" | "code">) {
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
