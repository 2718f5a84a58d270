import type { DeploymentAnswer, DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import type { Transition } from "../../codedeploy/deployment/transitions.ts";
import { HappeningNow } from "./why/HappeningNow.tsx";
import {
  DeploymentDetails,
  FailureHeadline,
  FailureSummary,
  HealthBudgetFact,
  WaitingFact,
} from "./later-parts.tsx";
import { StatusStrip } from "./status/StatusStrip.tsx";
import { WhyCard } from "./why/WhyCard.tsx";

interface DeploymentCardsProps extends DeploymentRef {
  answer: DeploymentAnswer;
  isPaused: boolean;
  /** The changes of status that this page has seen. */
  transitions: readonly Transition[];
}

/** Everything of a deployment and its targets, in the order of a person's questions. */
export function DeploymentCards({ answer, isPaused, transitions, ...ref }: DeploymentCardsProps) {
  const { deployment } = answer;
  const failures = <FailureSummary {...ref} deployment={deployment} />;
  return (
    <>
      <StatusStrip
        region={ref.region}
        deployment={deployment}
        transitions={transitions}
        headline={<FailureHeadline {...ref} deployment={deployment} />}
      />
      <WhyCard deployment={deployment} region={ref.region} failures={failures} />
      <HappeningNow
        deployment={deployment}
        region={ref.region}
        failures={failures}
        targetFacts={
          <>
            <WaitingFact {...ref} deployment={deployment} />
            <HealthBudgetFact region={ref.region} deployment={deployment} />
          </>
        }
      />
      <DeploymentDetails {...ref} answer={answer} isPaused={isPaused} />
    </>
  );
}
