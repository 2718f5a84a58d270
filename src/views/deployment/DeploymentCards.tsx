import { Suspense } from "react";
import type { DeploymentAnswer, DeploymentRef } from "../../domain/deployment.ts";
import type { Transition } from "../../domain/transitions.ts";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { HappeningNow } from "./HappeningNow.tsx";
import {
  DeploymentDetails,
  FailureHeadline,
  FailureSummary,
  HealthBudgetFact,
  WaitingFact,
} from "./later-parts.ts";
import { StatusStrip } from "./StatusStrip.tsx";
import { WhyCard } from "./WhyCard.tsx";

interface DeploymentCardsProps extends DeploymentRef {
  answer: DeploymentAnswer;
  isPaused: boolean;
  /** The changes of status that this page has seen. */
  transitions: readonly Transition[];
}

/** Everything of a deployment and its targets, in the order of a person's questions. */
export function DeploymentCards({ answer, isPaused, transitions, ...ref }: DeploymentCardsProps) {
  const { deployment } = answer;
  const failures = (
    <Suspense fallback={<Skeleton className="h-32 w-full" />}>
      <FailureSummary {...ref} deployment={deployment} />
    </Suspense>
  );
  return (
    <>
      <StatusStrip
        region={ref.region}
        deployment={deployment}
        transitions={transitions}
        headline={
          <Suspense fallback={null}>
            <FailureHeadline {...ref} deployment={deployment} />
          </Suspense>
        }
      />
      <WhyCard deployment={deployment} region={ref.region} failures={failures} />
      <HappeningNow
        deployment={deployment}
        region={ref.region}
        failures={failures}
        targetFacts={
          <Suspense fallback={null}>
            <WaitingFact {...ref} deployment={deployment} />
            <HealthBudgetFact region={ref.region} deployment={deployment} />
          </Suspense>
        }
      />
      <Suspense fallback={null}>
        <DeploymentDetails {...ref} answer={answer} isPaused={isPaused} />
      </Suspense>
    </>
  );
}
