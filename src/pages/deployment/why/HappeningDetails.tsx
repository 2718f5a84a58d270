import { useMemo } from "react";
import { isRunByCloudFormation } from "../../../codedeploy/deployment/creator.ts";
import { areAllFinished, countOf, overview } from "../../../codedeploy/deployment/overview.ts";
import { platformFacts } from "../../../codedeploy/deployment/platform.ts";
import { knownTargets } from "../../../codedeploy/targets/target-list.ts";
import { ALL_FINISHED, nothingKnownWords } from "../../../codedeploy/waiting/happening.ts";
import { targetWaiting } from "../../../codedeploy/waiting/target-waiting.ts";
import { formatCountOf } from "../../../format/counts.ts";
import { useTargetList } from "../../../queries/targets.tsx";
import { Skeleton } from "../../../ui/Card.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { PropertyList } from "../../../ui/PropertyList.tsx";
import { useShownDeployment } from "../shown-deployment.ts";
import { useSettled } from "../settled.tsx";
import { CloudFormationNotice } from "./CloudFormationNotice.tsx";
import { FailureSummary } from "./FailureSummary.tsx";
import { HealthBudgetFact } from "./HealthBudgetFact.tsx";
import { NextFact } from "./NextFact.tsx";
import { TimeLimitFact } from "./TimeLimitFact.tsx";
import { WaitingFact } from "./WaitingFact.tsx";

/** What the targets say of what goes on, all at once, so that no part of it moves another. */
export function HappeningDetails() {
  const { deployment } = useShownDeployment();
  const list = useTargetList();
  const targets = useMemo(() => knownTargets(list), [list]);
  const wait = useMemo(() => targetWaiting(deployment, targets), [deployment, targets]);
  const unknown = wait ? undefined : nothingKnownWords(deployment, targets);
  if (!useSettled()) return <Skeleton className="h-16 w-full" />;
  return (
    <>
      <FailuresSoFar />
      {unknown !== undefined && <p>{unknown}</p>}
      <PropertyList>
        {wait && <WaitingFact wait={wait} noun={platformFacts(deployment).targetNoun} />}
        <NextFact targets={targets} />
        <HealthBudgetFact />
        <TimeLimitFact />
      </PropertyList>
      {isRunByCloudFormation(deployment) && <CloudFormationNotice stackId={deployment.externalId} />}
    </>
  );
}

function FailuresSoFar() {
  const { deployment } = useShownDeployment();
  const counted = overview(deployment);
  const failedCount = countOf(counted, "Failed") ?? 0;
  if (failedCount === 0) return null;
  const { platform, targetNoun } = platformFacts(deployment);
  return (
    <Notice tone="fail" title={`${formatCountOf(failedCount, targetNoun)} failed so far.`}>
      {platform === "Server" && deployment.status === "InProgress" && (
        <p className="mb-2">
          {areAllFinished(counted) ? ALL_FINISHED : "It goes on while enough stay healthy."}
        </p>
      )}
      <FailureSummary />
    </Notice>
  );
}
