import { autoScalingGroupUrl } from "../../../aws-names/console-links.ts";
import type { Deployment } from "../../../codedeploy/deployment/deployment.ts";
import { countOf, overview } from "../../../codedeploy/deployment/overview.ts";
import { platformFacts } from "../../../codedeploy/deployment/platform.ts";
import { isFinished } from "../../../codedeploy/deployment/status.ts";
import { isRunByCloudFormation } from "../../../codedeploy/deployment/creator.ts";
import { happeningWords } from "../../../codedeploy/waiting/happening.ts";
import { waiting } from "../../../codedeploy/waiting/waiting.ts";
import { formatCountOf } from "../../../format/counts.ts";
import { Card } from "../../../ui/Card.tsx";
import { Code } from "../../../ui/Code.tsx";
import { ConsoleLink } from "../../../ui/ExternalLink.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Property, PropertyList } from "../../../ui/PropertyList.tsx";
import { laterPart } from "../../../ui/later-part.tsx";
import { CloudFormationNotice, FailureSummary } from "./WhyCard.tsx";
import { useShownDeployment } from "../shown-deployment.ts";

const WaitingFact = laterPart("Waiting for", async () => (await import("./WaitingFact.tsx")).WaitingFact, {
  place: "property",
});
const HealthBudgetFact = laterPart(
  "Health",
  async () => (await import("./HealthBudgetFact.tsx")).HealthBudgetFact,
  { place: "property" },
);

const TimeLimitFact = laterPart(
  "Time limit",
  async () => (await import("./TimeLimitFact.tsx")).TimeLimitFact,
  { place: "property" },
);

/** What goes on while a deployment has not ended: what it waits for, what comes next, and when it must be over. */
export function HappeningNow() {
  const { region, deployment } = useShownDeployment();
  if (isFinished(deployment.status)) return null;
  const { now, next } = happeningWords(deployment);
  const found = waiting(deployment);
  return (
    <Card title="Happening now">
      <div className="space-y-3">
        <p className="font-semibold">{now}</p>
        <FailuresSoFar deployment={deployment} />
        <PropertyList>
          {next !== undefined && <Property name="Next">{next}</Property>}
          {found.kind === "provisioning" && found.autoScalingGroup !== undefined && (
            <Property name="Replacement group">
              <ConsoleLink href={autoScalingGroupUrl(region, found.autoScalingGroup)}>
                <Code text={found.autoScalingGroup} />
              </ConsoleLink>
            </Property>
          )}
          <WaitingFact />
          <HealthBudgetFact />
          <TimeLimitFact />
        </PropertyList>
        {isRunByCloudFormation(deployment) && <CloudFormationNotice stackId={deployment.externalId} />}
      </div>
    </Card>
  );
}

function FailuresSoFar({ deployment }: { deployment: Deployment }) {
  const failedCount = countOf(overview(deployment), "Failed") ?? 0;
  if (failedCount === 0) return null;
  const { platform, targetNoun } = platformFacts(deployment);
  return (
    <Notice tone="fail" title={`${formatCountOf(failedCount, targetNoun)} failed so far.`}>
      {platform === "Server" && <p className="mb-2">The deployment goes on while enough stay healthy.</p>}
      <FailureSummary />
    </Notice>
  );
}
